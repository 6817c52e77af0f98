FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/dossierbot . && mkdir /out/state

# The bundled dossier is embedded in the binary; all it needs beside it is the
# certificates to trust Discord by.
FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/dossierbot /dossierbot
COPY --from=build --chown=65532:65532 /out/state /state
ENV DOSSIERBOT_STATE_DIR=/state \
    DOSSIERBOT_HEALTH_ADDRESS=127.0.0.1:8086
USER 65532:65532
VOLUME /state
HEALTHCHECK --interval=30s --timeout=10s --start-period=2m --retries=3 CMD ["/dossierbot", "health"]
ENTRYPOINT ["/dossierbot"]
CMD ["serve"]
