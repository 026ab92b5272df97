// A piece of an integration as a team might have it: agents post messages to chats.

export interface ChatAccount {
  readonly baseUrl: string;
  readonly apiKey: string;
}

export interface ChatMessage {
  readonly caseId: number;
  readonly contactId: number;
  readonly text: string;
}

export function postMessage({ baseUrl, apiKey }: ChatAccount, message: ChatMessage): Promise<Response> {
  const search = new URLSearchParams({ 'x-user-type': 'user', contactId: String(message.contactId) });
  return fetch(`${baseUrl}/api/v1/crm/messenger/chat/add-message?${search}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      caseId: message.caseId,
      message: { type: 'message', message: message.text },
    }),
  });
}
