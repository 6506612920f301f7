/**
 * What does not fit: a page that scrolls sideways, an element that sticks out, a text that is cut off.
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<string[]>} a line for each
 */
export const misfits = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('porthole-card')?.shadowRoot ?? document
    const { scrollWidth, clientWidth } = document.documentElement
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : []
    for (const element of root.querySelectorAll('body *, .surface *')) {
      const { left, right, width, height } = element.getBoundingClientRect()
      if (width < 2 || height < 2 || element.closest('svg, .unseen, [role=listbox], .map .bar, .labels')) continue
      const text = (element.textContent ?? '').trim().slice(0, 40)
      const where = `${element.localName}.${element.className} "${text}"`
      if (right > clientWidth + 1 || left < -1) found.push(`${where} sticks out: ${left} to ${right} of ${clientWidth}`)
      const style = getComputedStyle(element)
      const isMeant = style.textOverflow === 'ellipsis' || style.overflowX === 'auto'
      if (element.scrollWidth > element.clientWidth + 1 && style.overflowX !== 'visible' && !isMeant)
        found.push(`${where} is cut off`)
      if (/^(button|a)$/.test(element.localName) && element.scrollWidth > element.offsetWidth + 1 && !isMeant)
        found.push(`${where} overflows`)
    }
    return found
  })
