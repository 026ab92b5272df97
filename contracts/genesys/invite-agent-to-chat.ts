import type { components, operations } from '../../src/generated/genesys.ts';
import { citing } from '../citation.ts';
import { defineContract } from '../define-contract.ts';
import type { RequestBody } from '../documented.ts';
import type { ResponseDraft } from '../interaction-draft.ts';
import type { Observed } from '../observed.ts';

const { stated, shown, inferred } = citing('genesys-chat-invite');

type InviteAgentToChat = operations['inviteAgentToChat'];

type Notifications = {
  readonly participantsUpdated: RequestBody<operations['participantsUpdated']>;
  readonly newMessages: RequestBody<operations['newMessages']>;
  readonly inviteFailed: RequestBody<operations['inviteFailed']>;
};

type Participant = components['schemas']['Participant'];

const named = (participant: Observed<Pick<Participant, 'nickname' | 'participantId'>>) =>
  `${participant.get('nickname').value} (${participant.get('participantId').value})`;

const agentsOf = (participants: Observed<readonly Participant[]>) =>
  new Set(
    participants
      .each()
      .filter((one) => one.get('type').value === 'Agent')
      .map((agent) => agent.get('participantId').value),
  ).size;

export default defineContract<InviteAgentToChat, Notifications>({
  operation: 'genesys.inviteAgentToChat',
  consumer: 'support-desk',
  relies: [
    { field: 'response.body#/statusCode', why: 'tells an invitation on its way from one refused at once' },
    { field: 'response.body#/referenceId', why: 'finds the invitation a later failure is about' },
    { field: 'notifications.participantsUpdated#/notificationType', why: 'knows the message by it' },
    { field: 'notifications.participantsUpdated#/chat/id', why: 'finds the chat to redraw' },
    { field: 'notifications.participantsUpdated#/chat/state', why: 'closes the chat when it ends' },
    { field: 'notifications.participantsUpdated#/chat/capabilities/*', why: 'offers what may be done' },
    {
      field: 'notifications.participantsUpdated#/chat/participants/*/participantId',
      why: 'tells two participants of one name apart',
    },
    { field: 'notifications.participantsUpdated#/chat/participants/*/nickname', why: 'shows who is there' },
    {
      field: 'notifications.participantsUpdated#/chat/participants/*/type',
      why: 'tells colleagues from the customer',
    },
    { field: 'notifications.newMessages#/notificationType', why: 'knows the message by it' },
    { field: 'notifications.newMessages#/chatUri', why: 'finds the chat, whose id stands nowhere else' },
    { field: 'notifications.newMessages#/messages/*/type', why: 'takes note of who joins' },
    { field: 'notifications.newMessages#/messages/*/from/participantId', why: 'ties who joined to the list' },
    { field: 'notifications.newMessages#/messages/*/from/nickname', why: 'writes the name into the chat' },
    { field: 'notifications.newMessages#/messages/*/timestamp', why: 'writes the time beside the name' },
    { field: 'notifications.inviteFailed#/notificationType', why: 'knows the message by it' },
    { field: 'notifications.inviteFailed#/referenceId', why: 'withdraws the invitation it is about' },
    { field: 'notifications.inviteFailed#/errorMessage', why: 'tells the inviting agent what went wrong' },
    { field: 'notifications.inviteFailed#/chat/id', why: 'finds the chat the invitation was for' },
  ],
  knownBy: {
    participantsUpdated: { notificationType: 'ParticipantsUpdated' },
    newMessages: { notificationType: 'NewMessages' },
    inviteFailed: { notificationType: 'Error' },
  },
  rules: [
    {
      id: 'second-agent-present',
      title: 'Besides the inviting agent, another agent takes part',
      why: 'the desk leaves the chat to the invited agent once two agents are in it',
      examples: [
        {
          replace: ['"type":"Agent"', '"type":"Customer"'],
          difference: {
            pointer: 'notifications.participantsUpdated#/chat/participants',
            expected: 'two agents or more',
            actual: '0',
          },
        },
      ],
      broken: ({ notified }) => {
        // A chat may change more than once meanwhile: what counts is that the agents get to be two.
        const lists = notified('participantsUpdated').map((update) => update.get('chat').get('participants'));
        const last = lists.at(-1);
        if (last === undefined) return { silent: 'no update of the participants came' };
        return lists.some((list) => agentsOf(list) >= 2)
          ? []
          : [last.differs('two agents or more', String(agentsOf(last)))];
      },
    },
    {
      id: 'failure-of-this-invitation',
      title: 'A failure names the reference of the invitation it is about',
      why: 'the desk would withdraw another invitation than the one that failed',
      examples: [
        {
          outcome: 'failure',
          // The page shows an answer and a failure of two different invitations.
          unite: ['"referenceId":36', '"referenceId":35'],
          replace: ['"referenceId":35,"chat"', '"referenceId":34,"chat"'],
          difference: { pointer: 'notifications.inviteFailed#/referenceId', expected: '35', actual: '34' },
        },
      ],
      broken: ({ response, notified }) => {
        const given = response.get('referenceId').value;
        const failures = notified('inviteFailed').map((failure) => failure.get('referenceId'));
        if (given === undefined || failures.length === 0) return { silent: 'no failure came' };
        return failures
          .filter((named) => named.value !== given)
          .map((named) => named.differs(String(given), String(named.value)));
      },
    },
    {
      id: 'joiner-among-participants',
      title: 'Who is said to join is among the participants',
      why: 'a joiner the list does not know stays without a place on the screen',
      examples: [
        {
          replace: ['"from":{"nickname":"BFriend"', '"from":{"nickname":"Stranger"'],
          difference: {
            pointer: 'notifications.newMessages#/messages/0/from',
            expected:
              'one of TestName (009052CB05C900EA), BFriend (009052CB05CA00EB), FirstL (009052CB056C00E5), TestName (009052CB057100E7)',
            actual: 'Stranger (009052CB05CA00EB)',
          },
        },
      ],
      broken: ({ notified }) => {
        const updates = notified('participantsUpdated');
        const listed = updates.flatMap((update) => update.get('chat').get('participants').each()).map(named);
        const joiners = notified('newMessages')
          .flatMap((news) => news.get('messages').each())
          .filter((message) => message.get('type').value === 'ParticipantJoined')
          .map((message) => message.get('from'));
        if (updates.length === 0 || joiners.length === 0) return { silent: 'nobody was said to join' };
        return joiners
          .filter((joiner) => !listed.includes(named(joiner)))
          .map((joiner) => joiner.differs(`one of ${listed.join(', ') || 'nobody'}`, named(joiner)));
      },
    },
  ],
  interactions: (m) => {
    const method = 'POST';
    const headers = { Authorization: m.fromProviderState('{authorization}', 'Basic {{credentials}}') };
    const targetUri = m.fromProviderState(
      '{targetUri}',
      'http://localhost:8080/api/v2/users/429a55994ef64991a77acb77c1cf9041',
    );
    const body = { operationName: 'Invite', targetUri } as const;
    const pathTo = (chatId: string) =>
      m.fromProviderState('/api/v2/me/chats/{chatId}', `/api/v2/me/chats/${chatId}`);
    const taken = (referenceId: number): ResponseDraft<InviteAgentToChat, 200> => ({
      status: 200,
      body: { statusCode: 0, referenceId: m.integer(referenceId) },
    });
    const inChat = { name: 'an agent with an active chat' };
    const comes = [inChat, { name: 'an agent who can be invited' }];
    const doesNotCome = [inChat, { name: 'an agent who cannot be invited' }];
    return [
      {
        description: 'an invitation that is carried out',
        states: comes,
        intent: { kind: 'accepted', outcome: 'success' },
        request: { method, path: pathTo('0000Na9B26EF006E'), headers, body },
        response: taken(35),
        notifications: [
          {
            notification: 'participantsUpdated',
            description: 'the participants of a chat after an agent was invited',
            states: comes,
            content: {
              notificationType: 'ParticipantsUpdated',
              chat: {
                id: m.string('0000Na9B26EF006E'),
                state: m.string('Chatting'),
                capabilities: m.eachLike('Invite', 1),
                participants: m.eachLike(
                  {
                    participantId: m.string('009052CB05CA00EB'),
                    nickname: m.string('BFriend'),
                    type: m.string('Agent'),
                  },
                  1,
                ),
              },
            },
            sources: [shown(45, 107, 'the first notification of success lists everyone in the chat')],
          },
          {
            notification: 'newMessages',
            description: 'the message that the invited agent has joined',
            states: comes,
            content: {
              notificationType: 'NewMessages',
              chatUri: m.string('http://localhost:8080/api/v2/chats/0000Na9B26EF006E'),
              messages: m.eachLike(
                {
                  type: m.string('ParticipantJoined'),
                  timestamp: m.string('2014-01-06 12:14:06.007-0800'),
                  from: { participantId: m.string('009052CB05CA00EB'), nickname: m.string('BFriend') },
                },
                1,
              ),
            },
            sources: [shown(109, 134, 'the second notification of success says who joined')],
          },
        ],
        sources: [
          stated(13, 14, 'the method, and the path with the id of the chat'),
          stated(21, 22, 'the name of the operation and the agent to invite'),
          inferred(26, 28, 'somebody is signed in; the document does not say how'),
          shown(36, 41, 'the answer has a status code and a reference'),
          shown(43, 134, 'two notifications tell of success'),
        ],
      },
      {
        description: 'an invitation that comes to nothing',
        states: doesNotCome,
        intent: { kind: 'accepted', outcome: 'failure' },
        // Chat and reference are those of the failure shown, which belongs to another request than the answer.
        request: { method, path: pathTo('0000Na9B26EF006M'), headers, body },
        response: taken(36),
        notifications: [
          {
            notification: 'inviteFailed',
            description: 'the failure of an invitation',
            states: doesNotCome,
            content: {
              notificationType: 'Error',
              errorMessage: m.string('Operation failed'),
              referenceId: m.integer(36),
              chat: { id: m.string('0000Na9B26EF006M') },
            },
            sources: [shown(136, 183, 'a failure names its text, its reference and the chat')],
          },
        ],
        sources: [
          stated(13, 14, 'the method, and the path with the id of the chat'),
          stated(21, 22, 'the name of the operation and the agent to invite'),
          inferred(26, 28, 'somebody is signed in; the document does not say how'),
          shown(36, 41, 'the answer has a status code and a reference'),
          shown(136, 183, 'one notification tells of failure'),
        ],
      },
    ];
  },
});
