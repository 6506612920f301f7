/** A problem that the person at the keyboard can solve: shown as it is, without a stack. */
export class Problem extends Error {}
