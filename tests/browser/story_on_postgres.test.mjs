// The same story, with PostgreSQL behind the pages.
process.env.FABNUM_BROWSER_ENGINE = 'postgres'
await import('./story.test.mjs')
