/** What `--help` prints: one screen of 24 lines by 80 columns. */
export const HELP = `quotidian: who said what, when: a news digest for the terminal

  quotidian [PATH…]                read the news (in a pipe: the digest as text)
  quotidian digest                 print the digest
  quotidian quotes [WORDS]         find quotations, best first, typos forgiven
  quotidian actors|days|articles   who, when, and from which articles
  quotidian export [--jsonl]       everything as JSON (schema quotidian/1)
  quotidian explain ARTICLE        every finding, with the rule that made it
  quotidian explain --actor NAME   how the spellings of a name came together

  --in PATH           file or folder to read, as often as you like; - reads one
                      article from standard input; else ./articles is read, else
                      the library in your data folder
  --day DAY           YYYY-MM-DD, today, yesterday or undated
  --since DAY, --until DAY
  --actor NAME        only what this actor says; part of a name will do
  --format FORMAT     plain, markdown or json (digest)
  --json              JSON (all commands)
  --fresh             the reader at its start, not where you left it
  --help, --version

In the reader, ? shows the keys and q leaves.
Exit codes: 0 fine, 1 nothing found or a path not readable, 2 wrong use.
`;
