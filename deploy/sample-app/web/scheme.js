// Themes may style [data-theme=dark]; the attribute follows the visitor's system. Loaded before the style, so nothing flashes.
const dark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => { document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light' }
dark.addEventListener('change', follow)
follow()
