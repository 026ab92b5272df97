/** What a user's mistake of one kind means, wherever it was made. */
export interface ErrorMeaning {
  readonly means: string;
  readonly next: string;
}

/** Every code that stands in brackets behind "error"; what was found, and where, the message itself tells. */
export const ERROR_CODES = {
  'arguments-wrong': {
    means: 'The arguments are not ones that the command takes.',
    next: 'Look at --help of that command.',
  },
  'artefact-withheld': {
    means: 'A secret or somebody’s data would have stood in what was to be written, so it was not written.',
    next: 'It is a fault of this tool: report it with the name of the file, and keep the data out of the report.',
  },
  'broker-client-missing': {
    means: 'Pacts are published by Pact’s own client, which is not installed beside this tool.',
    next: 'Install the version that the message names.',
  },
  'broker-failed': {
    means: 'The Pact Broker could not be reached, or refused what it was asked.',
    next: 'Check its address, the variables with the credentials, and whether they may do this.',
  },
  'check-disproved': {
    means: 'A check of your own does not say of its own examples what they are examples of.',
    next: 'Correct the check, or the example that the message names.',
  },
  'check-unreadable': {
    means: 'A module that should be a check does not load, or does not export one.',
    next: 'Let it export { id, title, failureTitle, why, broken, examples } as its default.',
  },
  'checks-missing': {
    means: 'The folder given with --checks holds no check.',
    next: 'Name another, or begin a check with "new check".',
  },
  'consumer-taken': {
    means: 'A pact of yours has a consumer that a contract judged anyway has as well.',
    next: 'Give your consumer another name, or leave the other contracts out by --only-own.',
  },
  'contract-unreadable': {
    means: 'A module that should be a contract does not load, or does not export one.',
    next: 'Let it export { operation, consumer, relies, rules } as its default.',
  },
  'contracts-missing': {
    means: 'The folder given with --contracts holds no contract.',
    next: 'Put pact files into its folder pacts/, or name another folder.',
  },
  'document-unpinned': {
    means: 'Nothing is kept of the words of a document, so it cannot be compared.',
    next: 'Pin the text that the specs were written from: documents --check DIR --pin, with --specs for specs of your own.',
  },
  'documents-incomplete': {
    means: 'A text of a vendor document is not in the folder that was given.',
    next: 'Save it there under the name that specs/documents.yaml gives it.',
  },
  'evidence-unfit': {
    means: 'What a run wrote down before it was cut off does not make its request again.',
    next: 'Start a new run, and let "cleanup" take away what the old one has left.',
  },
  'file-exists': {
    means: 'A file of that name is there already, and is not replaced unasked.',
    next: 'Choose another name, or give --force.',
  },
  'file-invalid': {
    means: 'A file can be read, and a place in it is not as its schema has it.',
    next: 'Correct the place behind the #; the message tells what is expected there.',
  },
  'file-malformed': {
    means: 'A file is no valid JSON or YAML.',
    next: 'Mend it at the line and column that the message names.',
  },
  'file-unreadable': {
    means: 'A file or folder is not there, or may not be read.',
    next: 'Check the path, and from where the command was started.',
  },
  'ledger-damaged': {
    means: 'The list of what a run has made in a tenant is broken, so not everything in it is known.',
    next: 'Restore the file, or look in the tenant for the names on its other lines.',
  },
  'name-twice': {
    means: 'Two files hold something of the same name, and nobody could tell which is meant.',
    next: 'Give one of them another name.',
  },
  'name-unknown': {
    means: 'Nothing has that name.',
    next: 'Take one of the names that the message lists.',
  },
  'nothing-selected': {
    means: 'No documented operation is left by the filters, and an empty run proves nothing.',
    next: 'Loosen --vendor or --operation.',
  },
  'option-invalid': {
    means: 'An option has a value that it cannot have, or stands beside one that excludes it.',
    next: 'Give what the message expects.',
  },
  'option-missing': {
    means: 'The command cannot do without an option that was not given.',
    next: 'Give it.',
  },
  'output-unwritable': {
    means: 'A file or folder cannot be written.',
    next: 'Choose another place, or see to its permissions and the room on the disk.',
  },
  'own-pact-empty': {
    means: 'A pact file of yours describes nothing, so it would prove nothing.',
    next: 'Write it anew by the tests of its consumer, or leave it out.',
  },
  'pact-empty': {
    means: 'A pact file of the package describes nothing, so it would prove nothing.',
    next: 'Write it anew with "npm run pacts", or remove it.',
  },
  'pact-missing': {
    means: 'A contract describes interactions, and its pact file is not there.',
    next: 'Write it with "npm run pacts".',
  },
  'pact-unmatched': {
    means: 'An interaction of a pact file fits no documented operation.',
    next: 'Write the pact files anew after changing a contract or a spec.',
  },
  'pact-unsupported': {
    means: 'A pact asks for something that cannot be honoured here without changing what it means.',
    next: 'Change that place by the tests of its consumer, or leave the file out.',
  },
  'pacts-missing': {
    means: 'No pact file is where --pacts points to.',
    next: 'Give a JSON file, a folder of them, a quoted pattern or an address.',
  },
  'plan-changed': {
    means: 'The plan is no longer the one whose hash was given, so nothing was sent.',
    next: 'Look at it again with --dry-run, and give the new hash.',
  },
  'port-unavailable': {
    means: 'The port is taken, or may not be opened.',
    next: 'Choose another with --port; 0 takes a free one.',
  },
  'provider-unknown': {
    means: 'The pacts that were given name no provider that is a vendor here.',
    next: 'Say which vendor it is with --provider "NAME=VENDOR".',
  },
  'reference-broken': {
    means: 'A $ref of a spec leads nowhere.',
    next: 'Correct it.',
  },
  'report-of-other-version': {
    means: 'A report was written by a version of the tool with another form of reports.',
    next: 'Read it with the version that wrote it.',
  },
  'reports-unmergeable': {
    means: 'Reports are not parts of one run: of different plans or targets, one missing or given twice.',
    next: 'Give each part of one run once.',
  },
  'request-unknown': {
    means: 'An answer was given to be judged, and nothing tells to which request.',
    next: 'Give the request as well.',
  },
  'response-unreadable': {
    means: 'What was given to be judged is no response that can be read.',
    next: 'Give what the message expects.',
  },
  'results-of-mock': {
    means: 'Results of the embedded mock say nothing of a vendor, so they are not published.',
    next: 'Give the report of a run on a tenant or of a recording.',
  },
  'run-in-use': {
    means: 'Another command is at work in the folder of that run.',
    next: 'Wait until it has ended.',
  },
  'run-of-other': {
    means: 'The run was made in another tenant or at another address than the file has, so nothing was sent.',
    next: 'Name the tenant file and the run folder that belong together.',
  },
  'run-planned-otherwise': {
    means: 'The run that is to be gone on with had another plan, so nothing was sent.',
    next: 'Give it the tenant file and the version of the tool it was begun with, or start a new run.',
  },
  'run-without-record': {
    means: 'The folder does not say what its run set out to do.',
    next: 'Name the folder of a run that was made with --tenant, or start a new one.',
  },
  'secret-inline': {
    means: 'A secret stands in a tenant file, where everybody can read it who can read the file.',
    next: 'Write env:NAME or file:PATH in its place; have the secret replaced if the file was ever shared.',
  },
  'secret-unavailable': {
    means: 'A reference of a tenant file to a secret leads to none.',
    next: 'Set the environment variable, or write the secret into the file, that the message names.',
  },
  'source-missing': {
    means: 'A place of a spec does not say which lines of which document it rests on.',
    next: 'Give it an x-source.',
  },
  'source-unknown': {
    means: 'A spec cites a document that is not listed.',
    next: 'Correct the id, or list the document in documents.yaml.',
  },
  'specs-missing': {
    means: 'The folder holds no spec.',
    next: 'Name another, or restore it.',
  },
  'tenant-in-use': {
    means: 'Another command is at work in that tenant; two would take away each other’s things.',
    next: 'Wait until it has ended.',
  },
  'tenant-invalid': {
    means: 'A place of a tenant file is not as it has to be.',
    next: 'Correct it; docs/tenant-file.md explains every key.',
  },
  'tenant-needed': {
    means: 'The target "live" speaks with a tenant, and none was given.',
    next: 'Give its file with --tenant; "init" writes one.',
  },
  'tenant-twice': {
    means: 'Two files describe tenants of one name, and reports are told apart by it.',
    next: 'Give one of them another name.',
  },
  'tenants-missing': {
    means: 'A folder that was given with --tenant holds no tenant file.',
    next: 'Name another folder or a file; files that end in .example.yaml do not count.',
  },
} as const satisfies Readonly<Record<string, ErrorMeaning>>;

export type ErrorCode = keyof typeof ERROR_CODES;
