import type { Plugin } from 'vite'

/**
 * Puts what pages of ours share into one script and one style sheet. Asking for a file costs a page of an extension more
 * than reading a few kilobytes that it does not need.
 */
export function oneSharedChunk(): Plugin {
  return {
    name: 'porthole:one-shared-chunk',
    outputOptions(options) {
      // Background, card and marker are a file each anyway.
      if (options.format !== 'es') return options
      return { ...options, codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } }
    },
  }
}
