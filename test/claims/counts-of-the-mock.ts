/** Of each operation on the embedded vendors: confirmed, contradicted, not observed, untestable. */
export const countsOfTheMock: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'acquire.inviteAgent': [30, 0, 3, 1],
  'acquire.joinChat': [260, 0, 20, 2],
  'acquire.addChatMessage': [242, 0, 24, 2],
  'acquire.addMailMessage': [30, 0, 28, 3],
  'acquire.sendSms': [22, 0, 1, 4],
  'genesys.inviteAgentToChat': [118, 0, 1, 2],
  'rocketchat.registerDepartment': [87, 0, 5, 3],
};
