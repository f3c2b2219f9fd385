import { useEffect, useRef } from 'preact/hooks';
import type { Filter } from '../../analyzer/report/filter.ts';
import type { Report } from '../../analyzer/report/report.ts';
import type { StoryWording } from '../../analyzer/write/story.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import type { Finished } from '../analyzer/session.ts';
import { hasStories, openedStory } from './opened.ts';
import { Rows } from './Rows.tsx';
import { Story } from './Story.tsx';

interface Props {
  readonly finished: Finished;
  /** What is listed, and the report on it. */
  readonly filter: Filter;
  readonly report: Report;
  readonly wording: StoryWording & { readonly knowledge: Knowledge };
}

/** The messages one by one: those of a selection, and the story of one. Nothing where the log is not at hand. */
export function Messages({ finished: { log, asking, report: whole }, filter, report, wording }: Props) {
  const of = openedStory.value;
  /** What had the focus before the story took it. */
  const from = useRef<Element | null>(null);
  const isAtHand = log !== undefined && asking === 'kept';
  useEffect(() => {
    hasStories.value = isAtHand;
    openedStory.value = undefined;
    return () => {
      hasStories.value = false;
    };
  }, [isAtHand, log]);
  useEffect(() => {
    if (of !== undefined) from.current = document.activeElement;
  }, [of]);
  if (log === undefined) return null;
  return (
    <>
      <Rows
        log={log}
        asking={asking}
        filter={filter}
        total={report.totals.messages}
        report={report}
        onOpen={(next) => {
          openedStory.value = next;
        }}
      />
      {of === undefined ? null : (
        <Story
          log={log}
          of={of}
          report={whole}
          wording={wording}
          onClose={() => {
            openedStory.value = undefined;
            if (from.current instanceof HTMLElement) from.current.focus();
          }}
        />
      )}
    </>
  );
}
