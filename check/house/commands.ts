/** One command line shown in a document. */
export interface ShownCommand {
  readonly file: string;
  readonly line: number;
  readonly words: readonly string[];
  /** Marked as runnable: the fence says `bash run`. */
  readonly run: boolean;
}

/** The words of a simple command line; quotes hold words together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** The commands in the `bash` and `sh` fences of a Markdown text, without comments and prompts. */
export function commandsIn(file: string, text: string): ShownCommand[] {
  const commands: ShownCommand[] = [];
  let fence: { run: boolean } | null = null;
  let other = false;
  for (const [index, raw] of text.split('\n').entries()) {
    const mark = /^\s*```+\s*(\S*)\s*(.*)$/.exec(raw);
    if (mark !== null && (fence !== null || other)) {
      fence = null;
      other = false;
    } else if (mark !== null) {
      if (/^(bash|sh|shell)$/.test(mark[1] ?? '')) fence = { run: /\brun\b/.test(mark[2] ?? '') };
      else other = true;
    } else if (fence !== null) {
      const line = raw.replace(/^\s*\$\s+/, '').replace(/(^|\s)#\s.*$|^\s*#.*$/, '').trim();
      if (line !== '') commands.push({ file, line: index + 1, words: wordsOf(line), run: fence.run });
    }
  }
  return commands;
}
