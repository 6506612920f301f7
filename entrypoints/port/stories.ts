import { browser } from 'wxt/browser'

/** The story of a notable port, in English. */
export interface Story {
  readonly port: number
  readonly title: string
  readonly text: string
  readonly sources: readonly string[]
}

let stories: Promise<readonly Story[]> | undefined

/** The port's story, if it has one. The file is only read here, once; without it the page is complete all the same. */
export async function storyOf(port: number): Promise<Story | undefined> {
  stories ??= fetch(browser.runtime.getURL('/stories.json' as '/')).then((response) => response.json())
  try {
    return (await stories).find((story) => story.port === port)
  } catch (error) {
    console.error('Porthole could not read its stories', error)
    return undefined
  }
}
