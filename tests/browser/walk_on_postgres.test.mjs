// The same walk, with PostgreSQL behind the pages.
process.env.FABNUM_BROWSER_ENGINE = 'postgres'
await import('./walk.test.mjs')
