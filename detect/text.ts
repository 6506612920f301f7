/** What of a text stands right before an offset, at most so many UTF-16 units of it. */
export const textBefore = (text: string, at: number, length: number): string => text.slice(Math.max(0, at - length), at)
