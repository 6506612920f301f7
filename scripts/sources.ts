/**
 * What the sources package holds: all that the build reads, and nothing that it does not (tests, applications to test
 * in, history). Reviewers build the packages from it alone; tests/packages.test.ts does so too.
 */
export const SOURCES = [
  '*.md',
  'LICENSE',
  'package.json',
  'package-lock.json',
  '.npmrc',
  'tsconfig.json',
  'wxt.config.ts',
  'messages.ts',
  '{background,components,data,detect,entrypoints,page,public,registry,settings}/**',
  'docs/**/*.md',
  'scripts/**',
]
