/** What a release is judged by. */
export interface ReleaseState {
  /** The version that was asked for. */
  readonly version: string
  readonly packageVersion: string
  readonly lockVersion: string
  readonly changelog: string
  /** Lines of `git status --porcelain`. */
  readonly changed: readonly string[]
  readonly tags: readonly string[]
}

/** What keeps this from being released, each with what to do; empty where nothing does. */
export function problemsOf(state: ReleaseState): string[] {
  const { version, packageVersion, lockVersion, changelog, changed, tags } = state
  if (!/^\d+\.\d+\.\d+$/.test(version))
    return [`"${version}" is no version. Both stores take three numbers: npm run release -- 0.2.0`]
  const problems: string[] = []
  if (changed.length > 0)
    problems.push(`There are changes that are not committed:\n${changed.map((line) => `  ${line}`).join('\n')}`)
  if (packageVersion !== version || lockVersion !== version)
    problems.push(
      `package.json says ${packageVersion} and package-lock.json ${lockVersion}. Run: npm version --no-git-tag-version ${version}`,
    )
  if (tags.includes(`v${version}`)) problems.push(`v${version} has been released already: there is a tag of it.`)
  const notes = notesOf(changelog, version)
  if (notes === undefined)
    problems.push(
      `CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD". Rename "Unreleased" and start a new one.`,
    )
  else if (!notes.includes('\n- ') && !notes.startsWith('- '))
    problems.push(`The section of ${version} in CHANGELOG.md lists nothing.`)
  return problems
}

/** The changelog's section of a version, without its heading; undefined without a dated one. */
export function notesOf(changelog: string, version: string): string | undefined {
  const heading = `## [${version}] - `
  const section = changelog.split(/^(?=## )/m).find((part) => part.startsWith(heading))
  if (!section || !/^\d{4}-\d{2}-\d{2}\s/.test(section.slice(heading.length))) return undefined
  return section.slice(section.indexOf('\n') + 1).trim()
}
