const ALIAS = /(?:is an alias to|is a duplicate of the) "([^"]+)"/i
const WITHDRAWN = /(?:de-?assigned|removed|de-?registered|deprecated)(?: on)? (\d{4}-\d{2}-\d{2})/i
const FORMER =
  /(?:previously|historic usage was|previously assigned to) ((?!noted|removed|updated|assigned|used|application)[^."<>[\]]+?)(?= by \[|\. | but released|\.?$)/i
const UNASSIGNED_USE = /records an unassigned but widespread use/i

/**
 * The facts that we keep of IANA's column "Assignment Notes", whose long texts stay out: of which name a row is an
 * alias, when and from which service a port was taken back (said only of rows that are nameless now), and that a use was
 * never assigned. "; " joins several.
 */
export function factsFromNotes(notes: string, name: string): string {
  const facts = [
    ['alias', ALIAS.exec(notes)?.[1]],
    ['withdrawn', name !== '' ? undefined : WITHDRAWN.exec(notes)?.[1]],
    ['former', name !== '' ? undefined : FORMER.exec(notes)?.[1]],
    ['unofficial', UNASSIGNED_USE.test(notes) ? 'yes' : undefined],
  ]
  return facts
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${value}`)
    .join('; ')
}
