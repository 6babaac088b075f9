import { use, type ComponentProps, type ReactElement } from 'react';
import { AnnotationLayer } from '../annotation/annotation-layer.tsx';
import { OpenStoryContext } from '../reading/open-story.ts';

type LayerProps = ComponentProps<typeof AnnotationLayer>;

/** What is marked and noted on the story that it stands in. */
export function StoryAnnotations(
  props: Pick<LayerProps, 'archiveId' | 'article' | 'actions' | 'onCopy' | 'onOpenTray'>,
): ReactElement | null {
  const story = use(OpenStoryContext);
  return story && <AnnotationLayer {...story} {...props} />;
}
