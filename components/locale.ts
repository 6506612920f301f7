/** One language's ways with numbers, plurals, lists and dates. */
export class Locale {
  private readonly plurals: Intl.PluralRules
  private readonly numbers: Intl.NumberFormat
  private readonly shares: Intl.NumberFormat
  private readonly days: Intl.DateTimeFormat
  private readonly months: Intl.DateTimeFormat
  protected readonly lists: Intl.ListFormat
  protected readonly choices: Intl.ListFormat
  /** Stands between the names of a list that does not end in "and": ", " or "、". */
  readonly comma: string
  /** Stands between two sentences: nothing where the script has no blanks. */
  readonly gap: string

  /** @param tag a BCP 47 language tag */
  constructor(readonly tag: string) {
    this.plurals = new Intl.PluralRules(tag)
    this.numbers = new Intl.NumberFormat(tag)
    this.shares = new Intl.NumberFormat(tag, {
      style: 'percent',
      maximumFractionDigits: 1,
      maximumSignificantDigits: 1,
      roundingPriority: 'morePrecision',
    })
    this.lists = new Intl.ListFormat(tag, { type: 'conjunction' })
    this.choices = new Intl.ListFormat(tag, { type: 'disjunction' })
    const day = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
    this.days = new Intl.DateTimeFormat(tag, { ...day, day: 'numeric' })
    this.months = new Intl.DateTimeFormat(tag, day)
    this.comma = this.lists.formatToParts(['a', 'b', 'c']).find(({ type }) => type === 'literal')?.value ?? ', '
    this.gap = /^(ja|zh)/.test(tag) ? '' : ' '
  }

  /** The category of a count, by which messages that come in plural forms are named. */
  plural(count: number): Intl.LDMLPluralRule {
    return this.plurals.select(count)
  }

  count(count: number): string {
    return this.numbers.format(count)
  }

  /** `share` from 0 to 1, as a percentage; a tiny one is not rounded to nothing. */
  share(share: number): string {
    return this.shares.format(share)
  }

  /** An ISO date, or year and month; anything else as it stands. */
  date(date: string): string {
    if (!/^\d{4}-\d\d(-\d\d)?$/.test(date)) return date
    const at = new Date(date.length === 7 ? `${date}-01` : date)
    return (date.length === 7 ? this.months : this.days).format(at)
  }

  /** Names one behind the other, as a label bears them: no "and" before the last. */
  names(names: readonly string[]): string {
    return names.join(this.comma)
  }
}
