import { useEffect, useRef, useState } from 'preact/hooks';
import type { Story as Told } from '../../analyzer/ask-story.ts';
import type { Report } from '../../analyzer/report/report.ts';
import { countryName } from '../../analyzer/words/country-name.ts';
import { likenesses, neighbourSentence, priceText, storyText, verdictOf, type StoryWording } from '../../analyzer/write/story.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { errorPath, stepPath } from '../../catalog/paths.ts';
import type { LogInHand } from '../../worker/client.ts';
import type { AskStory } from '../../worker/requests/story.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { figure } from '../kit/figures.ts';
import { OutcomeMark } from '../kit/OutcomeMark.tsx';
import { numbersShown, shown, zone } from '../kit/view-settings.ts';
import { timeIn, zoneLabel } from '../kit/zone.ts';
import { Sentence } from '../report/Sentence.tsx';
import { outcomeIn } from './row-columns.ts';
import { lostWords } from './lost-words.ts';

interface Props {
  readonly log: LogInHand;
  readonly of: AskStory['of'];
  readonly report: Pick<Report, 'findings'>;
  readonly wording: StoryWording & { readonly knowledge: Knowledge };
  readonly onClose: () => void;
}

/** What is known by now: asked, not there, there. */
type Known =
  { readonly kind: 'asked' } | { readonly kind: 'none'; readonly why: string } | { readonly kind: 'story'; readonly story: Told };

const asked: Known = { kind: 'asked' };

/** One message: when, what became of it and of those around it, what it is, and what to do. */
export function Story({ log, of, report, wording, onClose }: Props) {
  const [known, setKnown] = useState<Known>(asked);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    setKnown(asked);
    void log.ask({ kind: 'story', of }, stop.signal).then((reply) => {
      if (stop.signal.aborted || reply.kind === 'cancelled') return;
      if (reply.kind === 'failed') setKnown({ kind: 'none', why: reply.reason });
      else if (reply.value.story === undefined)
        setKnown({
          kind: 'none',
          why: 'This message was not found in the file again: it has changed since it was read, or can no longer be read.',
        });
      else setKnown({ kind: 'story', story: reply.value.story });
    });
    return () => {
      stop.abort();
    };
  }, [log, of]);
  useEffect(() => {
    if (known.kind === 'asked') return;
    heading.current?.focus();
  }, [known]);
  return (
    <article class="card finding" aria-labelledby="story" aria-busy={known.kind === 'asked'}>
      <header>
        <h4 id="story" tabIndex={-1} ref={heading}>
          {known.kind === 'story' ? <Title story={known.story} /> : 'One message'}
        </h4>
        <button type="button" class="button quiet" style={{ marginLeft: 'auto' }} onClick={onClose}>
          Close
        </button>
      </header>
      {known.kind === 'none' ? (
        <p>{known.why}</p>
      ) : known.kind === 'asked' ? (
        <p class="soft">Looking it up …</p>
      ) : (
        <Body story={known.story} report={report} wording={wording} />
      )}
    </article>
  );
}

/** "Message to +1303•••••01". */
function Title({ story: { message } }: { readonly story: Told }) {
  const { direction, person = '' } = message;
  if (person === '') return <>One message</>;
  return (
    <>
      Message {direction === 'inbound' ? 'from' : 'to'} <bdi>{shown.value(person)}</bdi>
    </>
  );
}

function Body({ story, report, wording }: { readonly story: Told } & Pick<Props, 'report' | 'wording'>) {
  const { message, neighbours, lost } = story;
  const {
    direction,
    code,
    created,
    sent,
    updated,
    time,
    sender = '',
    person = '',
    to = '',
    country,
    service,
    segments,
    sid,
    body,
  } = message;
  const { codes } = wording.knowledge;
  const isInbound = direction === 'inbound';
  const verdict = verdictOf(story, report, wording);
  const at = (moment: string | undefined) =>
    moment === undefined ? undefined : `${timeIn(zone.value, moment)} ${zoneLabel(zone.value, moment)}`;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Created', at(created)],
    ['Sent', at(sent ?? (created === undefined ? time : undefined))],
    ['Last update', at(updated)],
    ['From', isInbound ? person : sender],
    ['To', isInbound ? to : person],
    ['Country', isInbound ? undefined : countryName(country)],
    ['Segments', segments === undefined ? undefined : figure(segments)],
    ['Price', priceText(message)],
    ['Messaging Service', service],
  ];
  return (
    <>
      <p class="sentence">
        <OutcomeMark outcome={outcomeIn(message)} /> {verdict.says}
      </p>
      {body === undefined ? null : (
        <blockquote class="clip">
          <bdi>{shown.value(body)}</bdi>
        </blockquote>
      )}
      <dl class="evidence">
        {facts.map(([name, said = '']) =>
          said === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi class="clip">{shown.value(said)}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
      <div class="act">
        <div>
          <h5>What it is</h5>
          <p>
            {verdict.title === '' ? 'Nothing is wrong with it that a log can show.' : verdict.title}
            {verdict.finding === undefined ? null : (
              <>
                {': '}
                <Sentence pieces={verdict.finding.sentence} />
              </>
            )}
          </p>
        </div>
        {verdict.next === undefined ? null : (
          <div>
            <h5>Do this</h5>
            <p>
              <Sentence pieces={verdict.next} />
            </p>
          </div>
        )}
        {neighbours === undefined ? null : (
          <div class="sure">
            <h5>Others in the same minute</h5>
            {likenesses.map((like) => (
              <p key={like}>
                <Sentence pieces={neighbourSentence(like, neighbours[like])} />
              </p>
            ))}
          </div>
        )}
      </div>
      {sid === undefined ? (
        <p class="table-note">{lost === undefined ? 'The log has no SID for it at hand.' : `Without SID and text: ${lostWords(lost)}`}</p>
      ) : (
        <p class="table-note">
          <code>{shown.value(sid)}</code>
        </p>
      )}
      <div class="buttons">
        <CopyButton
          label="Copy for a ticket"
          text={() => [storyText(story, report, { timeZone: zone.value, isMasked: !numbersShown.value }, wording)]}
        />
        {sid === undefined ? null : <CopyButton label="Copy SID" text={() => [sid]} />}
        <a class="button" href={stepPath(verdict.guide)}>
          Open in the guide
        </a>
        {code === undefined || codes[code]?.page !== true ? null : (
          <a class="button" href={errorPath(code)}>
            Error {code}
          </a>
        )}
      </div>
    </>
  );
}
