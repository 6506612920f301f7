import { expect, test } from 'vitest'
import { notesOf, problemsOf, type ReleaseState } from './release-checks'

const CHANGELOG = `# Changelog

## [Unreleased]

## [0.2.0] - 2026-12-01

### Added
- Quays.

## [0.1.0] - 2026-11-01

- Berths.
`

const ready: ReleaseState = {
  version: '0.2.0',
  packageVersion: '0.2.0',
  lockVersion: '0.2.0',
  changelog: CHANGELOG,
  changed: [],
  tags: ['v0.1.0'],
}

test.each<[string, Partial<ReleaseState>, RegExp | undefined]>([
  ['a tree that is ready', {}, undefined],
  ['no version', { version: '' }, /"" is no version.*npm run release/],
  ['a version that stores refuse', { version: '0.2.0-beta' }, /three numbers/],
  ['changes', { changed: [' M README.md'] }, /not committed:\n {3}M README\.md/],
  [
    'another version in package.json',
    { packageVersion: '0.1.0' },
    /says 0\.1\.0.*npm version --no-git-tag-version 0\.2\.0/,
  ],
  ['another version in the lock', { lockVersion: '0.1.0' }, /package-lock\.json 0\.1\.0/],
  ['a version that is out', { tags: ['v0.2.0'] }, /released already/],
  ['no section', { changelog: '# Changelog\n\n## [Unreleased]\n- Quays.\n' }, /no section "## \[0\.2\.0\]/],
  ['a section without a date', { changelog: '## [0.2.0]\n- Quays.\n' }, /no section/],
  [
    'an empty section',
    { changelog: '## [0.2.0] - 2026-12-01\n\n## [0.1.0] - 2026-11-01\n- Berths.\n' },
    /lists nothing/,
  ],
])('%s', (_, different, problem) => {
  const problems = problemsOf({ ...ready, ...different })
  if (problem) expect(problems.join('\n')).toMatch(problem)
  else expect(problems).toEqual([])
})

test('all problems are told at once', () => {
  expect(problemsOf({ ...ready, changed: [' M a'], tags: ['v0.2.0'], packageVersion: '0.1.0' })).toHaveLength(3)
})

test('the notes are the section of the version, and nothing of the next', () => {
  expect(notesOf(CHANGELOG, '0.2.0')).toBe('### Added\n- Quays.')
  expect(notesOf(CHANGELOG, '0.1.0')).toBe('- Berths.')
})
