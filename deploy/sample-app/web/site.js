const $ = (selector) => document.querySelector(selector)
const number = new Intl.NumberFormat(document.documentElement.lang)

// The tenant's logo takes the place of the initials once it is known to exist.
const logo = $('.logo')
const showLogo = () => {
  if (logo.naturalWidth > 0) {
    logo.hidden = false
    logo.closest('.mark').classList.add('has-logo')
  }
}
logo.complete ? showLogo() : logo.addEventListener('load', showLogo)

function showProgress({ count, goal }) {
  const percent = Math.min(100, (count / goal) * 100)
  $('[data-count]').textContent = number.format(count)
  $('[data-goal]').textContent = number.format(goal)
  $('[data-bar]').style.width = `${percent}%`
  $('[data-bar]').parentElement.setAttribute('aria-valuenow', Math.round(percent))
  const left = $('[data-left]')
  left.textContent = count >= goal ? left.dataset.reached : `${number.format(goal - count)} ${left.dataset.more}`
}

function showRecent(people) {
  const list = $('[data-recent]')
  if (!list) return
  const items = people.map(({ firstName, city }) => {
    const item = document.createElement('li')
    const face = document.createElement('span')
    face.className = 'face'
    face.ariaHidden = 'true'
    face.textContent = [...firstName][0].toUpperCase()
    item.append(face, city ? `${firstName} ${list.dataset.from} ${city}` : firstName)
    return item
  })
  if (items.length === 0) {
    const empty = document.createElement('li')
    empty.className = 'empty'
    empty.textContent = list.dataset.first
    items.push(empty)
  }
  list.replaceChildren(...items)
}

// The stream ends politely when a release is replaced; the browser then asks again by itself.
if ($('[data-live]')) {
  new EventSource('/api/events').addEventListener('count', (event) => {
    const news = JSON.parse(event.data)
    showProgress(news)
    showRecent(news.recent)
  })
}

const form = $('form.sign')
form?.setAttribute('novalidate', '')
form?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const button = form.querySelector('button')
  const label = button.textContent
  mark([])
  button.disabled = true
  button.textContent = form.dataset.sending
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(new FormData(form)),
    })
    const answer = await response.json()
    if (response.ok) {
      location.assign(answer.thanks + (answer.alreadySigned ? '#again' : ''))
    } else {
      mark(Object.keys(answer.fields ?? { form: '' }))
    }
  } catch {
    mark(['form'])
  } finally {
    button.disabled = false
    button.textContent = label
  }
})

function mark(wrong) {
  for (const error of form.querySelectorAll('.error')) {
    const field = error.id.replace('-error', '')
    error.hidden = !wrong.includes(field)
    form.elements[field]?.setAttribute('aria-invalid', wrong.includes(field))
  }
  form.querySelector('[aria-invalid=true]')?.focus()
}

if (location.hash === '#again' && $('[data-again]')) $('[data-again]').hidden = false

const share = $('[data-share]')
if (share) {
  share.hidden = false
  share.addEventListener('click', async () => {
    const url = new URL(share.dataset.share, location.href).href
    if (navigator.share) return navigator.share({ url, title: document.title }).catch(() => {})
    await navigator.clipboard.writeText(url)
    share.textContent = share.dataset.done
  })
}
