/** "[Jon_Postel]" to "Jon Postel", several joined with commas. IANA's counting of namesakes ("_2") is left out. */
export function formatPeople(text: string): string {
  const names = [...text.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']) =>
    name.replace(/_\d+$/, '').replaceAll('_', ' '),
  )
  return names.length > 0 ? names.join(', ') : text
}

/** An RFC in the making: "RFC-ietf-emailcore-rfc5321bis-43" is version 43 of draft-ietf-emailcore-rfc5321bis. */
const DRAFT = /^RFC-(.+)-(\d\d)$/

/** IANA has a whole paragraph in this column once. */
const LONGEST = 80

/** "[1][RFC4727][RFC6335]" to ["RFC4727", "RFC6335"]; footnotes and "n/a" are left out, drafts become addresses. */
export function parseReferences(text: string): string[] {
  return [...text.matchAll(/\[([^\]]+)\]/g)]
    .map(([, reference = '']) => reference.trim())
    .filter((reference) => !/^(\d|n\/a)$|</i.test(reference) && reference.length <= LONGEST)
    .map((reference) => {
      const [, draft, version] = DRAFT.exec(reference) ?? []
      return draft === undefined ? reference : `https://datatracker.ietf.org/doc/draft-${draft}/${version}/`
    })
}
