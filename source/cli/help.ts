/** What `--help` prints: one screen of 24 lines by 80 columns. */
export const HELP = `quotidian: a news digest for the terminal: who said what, when, from your articles

  quotidian [PATH…]               read the news; in a pipe: the digest as plain text
  quotidian digest                the digest, printed
  quotidian quotes [QUERY]        quotations, best match first; typos are forgiven
  quotidian actors|days|articles  who, when, and from which articles
  quotidian export [--jsonl]      everything as JSON (schema quotidian/1)
  quotidian explain ARTICLE       every finding with the rule that made it

  --in PATH         file or folder to read, as often as you like; - is standard input
                    (else: ./articles, else the library in your data folder)
  --day DAY         today, yesterday, undated or YYYY-MM-DD
  --since, --until DAY
  --actor NAME      one speaker; a part of the name will do
  --format plain|markdown|json    of the digest          --json   the same as JSON
  --help, --version

In the reader ? shows the keys. Exit: 0 fine, 1 nothing found, or a path could not
be read, 2 wrong use.
`;
