/** As many as page/paint.ts uses in Firefox. */
const NAMES = 32

const MARKS = '::highlight(porthole)'

/** A style rule, as PostCSS hands it to its plugins. */
interface Rule {
  selector: string
}

/** Gives the rules for marks all the names that highlights have in Firefox: a plugin for PostCSS. */
export const highlightNames = () => ({
  postcssPlugin: 'porthole-highlight-names',
  Rule(rule: Rule) {
    if (rule.selector === MARKS)
      rule.selector = Array.from({ length: NAMES }, (_, index) =>
        index === 0 ? MARKS : `::highlight(porthole-${index})`,
      ).join()
  },
})
