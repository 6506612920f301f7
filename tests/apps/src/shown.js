/** What every application shows outside its editor, and what marks it is to get. */
export const SHOWN = ['PostgreSQL on db.example:5432', 'Redis on cache.example:6379', 'open ports 80 and 443']
export const ROWS = Array.from({ length: 2000 }, (_, i) => `row ${i} on host-${i}.example:${10000 + i}`)
export const DRAFT = 'draft to editor.example:9999'
