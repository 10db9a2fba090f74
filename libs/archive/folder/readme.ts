/** What lies in an archive, said in the archive itself. */
export const ARCHIVE_README = `# A Trellis installation

This folder holds a whole installation: everything that was entered, what was done with it, and the files.
It needs no particular program to be read.

- \`manifest.json\`: when it was made, of which schema, each table with its number of rows and its SHA-256, each file.
- \`tables/NAME.csv\` (or \`.csv.gz\`): a table as CSV (RFC 4180, UTF-8, the first line names the columns), in the order of
  its primary key. An empty field is null; \`""\` is an empty text. Money is in fen (1/100 yuan), times are UTC, days are local.
  \`audit_entry\` and \`event\` are the record of every change; \`aggregate\` says in which state each thing is.
- \`files/AB/HASH\`: documents by content; the name is the SHA-256. Tables name them in columns called \`sha256\`.
- \`keys/\`: the key that receipts and checkpoints are signed with, and the secret of sessions. **Whoever has them can sign
  in the district's name**; with the hashes of passwords in \`auth_account\` they are why this folder must be kept safe.

Sums of tables are of the unpacked CSV, so two archives of equal installations have equal sums.
\`trellis restore DIR\` or \`trellis import --all DIR\` makes an installation of it.
`;
