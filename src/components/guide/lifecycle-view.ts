import { createActor, type ActorRefFrom } from 'xstate';
import { lifecyclePath } from '../../catalog/paths.ts';
import { readChoices, writeChoices } from '../../guide/lifecycle/choices-url.ts';
import { lifecycleMachine, matters, type Choices } from '../../guide/lifecycle/choices.ts';
import { momentOf, type LifecycleWords } from '../../guide/lifecycle/moment.ts';
import { momentView } from './moment-view.ts';

/** Milliseconds between two moments while playing: long enough to read the heading. */
const pace = 1600;

/** Steps and plays through the life of a message with the choices of the form. */
class Player {
  readonly #page: HTMLElement;
  readonly #words: LifecycleWords;
  #choices: Choices;
  #actor: ActorRefFrom<typeof lifecycleMachine>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: HTMLElement, words: LifecycleWords, choices: Choices) {
    this.#page = page;
    this.#words = words;
    this.#choices = choices;
    this.#actor = createActor(lifecycleMachine, { input: choices }).start();
    this.#show();
  }

  begin(choices: Choices): void {
    this.pause();
    this.#choices = choices;
    this.#actor = createActor(lifecycleMachine, { input: choices }).start();
    this.#page.querySelector('[data-moments]')?.replaceChildren();
    this.#show();
  }

  next(): void {
    if (this.#over) return;
    this.#actor.send({ type: 'next' });
    this.#show();
    this.#page.querySelector('[data-moments] > :last-child')?.scrollIntoView({ block: 'nearest' });
  }

  play(): void {
    if (this.#over) this.begin(this.#choices);
    this.#timer = setTimeout(() => {
      this.next();
      if (this.#over) this.pause();
      else this.play();
    }, pace);
    this.#label();
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#label();
  }

  get playing(): boolean {
    return this.#timer !== undefined;
  }

  get #over(): boolean {
    return this.#actor.getSnapshot().status !== 'active';
  }

  #show(): void {
    const moment = momentOf(this.#actor.getSnapshot().value, this.#choices, this.#words);
    if (moment === undefined) return;
    this.#page.querySelector('[data-moments]')?.append(momentView(moment));
    const said = this.#page.querySelector('[data-said]');
    if (said !== null) said.textContent = `${moment.title}.${this.#over ? ' This is the end.' : ''}`;
    this.#page.querySelector('[data-next]')?.toggleAttribute('disabled', this.#over);
  }

  #label(): void {
    const button = this.#page.querySelector('[data-play]');
    if (button !== null) button.textContent = this.playing ? 'Pause' : 'Play';
  }
}

const page = document.querySelector<HTMLElement>('[data-lifecycle]');
const form = page?.querySelector<HTMLElement>('[data-choices]');
const data = document.querySelector('#lifecycle-words')?.textContent;
if (page !== null && form !== null && form !== undefined && data !== undefined) {
  const choices = readChoices(new URLSearchParams(location.search));
  const fields = [...form.querySelectorAll('select')];
  for (const field of fields) field.value = choices[field.name as keyof Choices];
  /** A choice that changes nothing cannot be made. */
  const enable = (current: Choices): void => {
    for (const field of fields) field.disabled = !matters(field.name as keyof Choices, current);
  };
  enable(choices);
  const player = new Player(page, JSON.parse(data) as LifecycleWords, choices);
  form.addEventListener('change', () => {
    const chosen = readChoices(new URLSearchParams(fields.map(({ name, value }) => [name, value])));
    enable(chosen);
    const query = new URLSearchParams(writeChoices(chosen)).toString();
    history.replaceState(null, '', lifecyclePath() + (query === '' ? '' : `?${query}`));
    player.begin(chosen);
  });
  page.querySelector('[data-next]')?.addEventListener('click', () => {
    player.pause();
    player.next();
  });
  page.querySelector('[data-play]')?.addEventListener('click', () => {
    if (player.playing) player.pause();
    else player.play();
  });
  page.querySelector('[data-again]')?.addEventListener('click', () => {
    player.begin(readChoices(new URLSearchParams(location.search)));
  });
}
