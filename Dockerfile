# Debian, since Pact's native library is built for glibc.
FROM node:20.19.5-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:20.19.5-bookworm-slim
ENV NODE_ENV=production CI=true
COPY --from=build /app/package.json /app/LICENSE /app/
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/specs /app/specs
COPY --from=build /app/contracts/pacts /app/contracts/pacts
COPY --from=build /app/contracts/recipes /app/contracts/recipes
COPY --from=build /app/dist /app/dist
# Mount your own folder here: tenant files are read from it, and reports are written to it.
WORKDIR /data
RUN chown node:node /data
USER node
ENTRYPOINT ["node", "/app/dist/livechat-conformance.js"]
CMD ["run"]
