/** How long an answer or a notification may take here; the mock answers at once. */
export const DEADLINE_MS = 500;

/** Surely after the deadline, and before anybody loses patience. */
export const TOO_LATE_MS = 650;

/** Surely before the deadline, and long enough to be noticed. */
export const IN_TIME_MS = 60;

/** Where nothing is meant to be late: on a busy machine, what is slow must not be taken for what is missing. */
export const PATIENT_MS = 5000;
