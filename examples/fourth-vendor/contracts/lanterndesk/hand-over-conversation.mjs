// What our night shift relies on beside its pact: which fields it reads, and a rule that no matcher can say.
export default {
  operation: 'lanterndesk.handOverConversation',
  consumer: 'night-shift',
  relies: [
    { field: 'response.status', why: 'takes the conversation off the screen once it is handed over' },
    { field: 'response.body#/team', why: 'shows who has the conversation now' },
    { field: 'response.body#/handedOverAt', why: 'sorts the log of the night' },
  ],
  rules: [
    {
      id: 'sortable-instant',
      title: 'The instant is in UTC',
      why: 'The log is sorted as text, so offsets would put handovers in a wrong order.',
      broken: ({ response }) => {
        const instant = response.body?.handedOverAt;
        if (typeof instant !== 'string') return { silent: 'there is no instant' };
        if (instant.endsWith('Z')) return [];
        return [{ pointer: 'response.body#/handedOverAt', expected: 'an instant in UTC', actual: instant }];
      },
    },
  ],
};
