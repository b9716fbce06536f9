// Pages that Next.js renders again while it runs stay in memory: the release is read-only.
export default { experimental: { isrFlushToDisk: false }, poweredByHeader: false };
