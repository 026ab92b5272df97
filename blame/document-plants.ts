import { faultPlants } from './plant.ts';

/** The target follows what nobody documents, where the documents are silent or leave what is needed to be guessed. */
export const documentPlants = faultPlants('document', [
  ['any.accepts-missing-field', 'acquire.addMailMessage'],
  ['any.accepts-missing-field', 'acquire.addChatMessage'],
  ['any.accepts-no-credentials', 'acquire.joinChat'],
  ['any.accepts-wrong-credentials', 'acquire.inviteAgent'],
  ['any.accepts-no-credentials', 'acquire.sendSms'],
  ['any.accepts-wrong-type', 'acquire.addMailMessage'],
  ['any.accepts-wrong-type', 'rocketchat.registerDepartment'],
  ['any.accepts-wrong-type', 'genesys.inviteAgentToChat'],
  ['acquire.mail-error-under-200', 'acquire.addMailMessage'],
  ['acquire.sms-error-under-200', 'acquire.sendSms'],
  ['any.status-created', 'acquire.addMailMessage'],
  ['any.status-created', 'acquire.sendSms'],
  ['any.content-type', 'acquire.joinChat'],
  ['any.content-type', 'genesys.inviteAgentToChat'],
  ['any.no-content-type', 'rocketchat.registerDepartment'],
  ['genesys.told-wrong-reference', 'genesys.inviteAgentToChat'],
]);
