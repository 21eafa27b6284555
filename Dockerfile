# Built with everything, run with little: the second stage has no compiler, no sandbox, no embedded store, no tests.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
# The steps of the scripts know by this mark that the packages are whole.
RUN sha256sum package-lock.json | cut -d' ' -f1 > node_modules/.prahari-lock
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 OPERATOR_PORT=3001
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/package.json ./
COPY --from=build /app/dist dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3001/readyz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process, so SIGTERM reaches it and it ends gracefully.
CMD ["node", "dist/server/main.js"]
