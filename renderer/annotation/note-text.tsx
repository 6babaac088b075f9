import { useMemo, type ReactElement, type ReactNode } from 'react';
import { displayText } from '../../archive/text/display-text.ts';
import { readNote, wordsOf, type NoteNode } from '../components/note-words.ts';

type Parents = Extract<NoteNode, { children: unknown[] }>;

/** Deeper nesting is shown as plain words. */
const deepest = 12;

function children(node: Parents, depth: number): ReactNode {
  return node.children.map((child, index) => <Markdown key={index} node={child} depth={depth} />);
}

/** Words that turn the direction of what follows turn only themselves. */
function Words({ text }: { text: string }): ReactNode {
  const shown = displayText(text);
  return /[\u202a-\u202e\u2066-\u2069]/.test(text) ? <bdi>{shown}</bdi> : shown;
}

/** Where a link leads is said, never gone to: nothing leaves the machine. */
function Address({ url }: { url: string }): ReactElement {
  return <span className="note-address">{displayText(`⟨${url}⟩`)}</span>;
}

/** A part of a note as elements; HTML in it is words like any other. */
function Markdown({ node, depth }: { node: NoteNode; depth: number }): ReactNode {
  if (depth > deepest) return displayText(wordsOf(node));
  const below = depth + 1;
  switch (node.type) {
    case 'root':
      return children(node, below);
    case 'paragraph':
      return <p>{children(node, below)}</p>;
    case 'heading':
      return (
        <p>
          <strong>{children(node, below)}</strong>
        </p>
      );
    case 'blockquote':
      return <blockquote>{children(node, below)}</blockquote>;
    case 'list':
      return node.ordered === true ? (
        <ol start={node.start ?? 1}>{children(node, below)}</ol>
      ) : (
        <ul>{children(node, below)}</ul>
      );
    case 'listItem':
      return <li>{children(node, below)}</li>;
    case 'emphasis':
      return <em>{children(node, below)}</em>;
    case 'strong':
      return <strong>{children(node, below)}</strong>;
    case 'inlineCode':
      return <code>{displayText(node.value)}</code>;
    case 'code':
      return (
        <pre>
          <code>{displayText(node.value)}</code>
        </pre>
      );
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'link':
      return (
        <>
          {children(node, below)}
          {wordsOf(node).trim() !== node.url && <Address url={node.url} />}
        </>
      );
    case 'image':
      return (
        <>
          {displayText(node.alt ?? '')}
          <Address url={node.url} />
        </>
      );
    default:
      if ('value' in node) return <Words text={node.value} />;
      return 'children' in node ? children(node, below) : null;
  }
}

/** A note's Markdown, shown safely: elements of React, no HTML, no links that lead anywhere. */
export function NoteText({ note }: { note: string }): ReactElement {
  const tree = useMemo(() => readNote(note), [note]);
  return (
    <div className="note-text">
      {tree === null ? (
        <p className="as-typed">{displayText(note)}</p>
      ) : (
        <Markdown node={tree} depth={0} />
      )}
    </div>
  );
}
