/** Of each operation on the embedded vendors: confirmed, contradicted, not observed, untestable. */
export const countsOfTheMock: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'acquire.inviteAgent': [35, 0, 0, 1],
  'acquire.joinChat': [295, 0, 2, 2],
  'acquire.addChatMessage': [274, 0, 9, 2],
  'acquire.addMailMessage': [50, 0, 11, 3],
  'acquire.sendSms': [26, 0, 0, 4],
  'genesys.inviteAgentToChat': [121, 0, 1, 2],
  'rocketchat.registerDepartment': [91, 0, 3, 3],
};
