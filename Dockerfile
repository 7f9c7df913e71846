# Build, train the class-data archive, and run as nobody in particular.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -DskipTests package

FROM eclipse-temurin:17-jre
RUN apt-get update && apt-get install -y --no-install-recommends curl fontconfig && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/muster muster
WORKDIR /var/lib/muster
COPY --from=build /src/bot/target/muster.jar /opt/muster/muster.jar
COPY --from=build /src/runbooks /opt/muster/runbooks
COPY --from=build /src/config /opt/muster/config
# A start of a few seconds, ended cleanly, writes the archive that later starts read.
RUN java -XX:+UseSerialGC -XX:ArchiveClassesAtExit=/opt/muster/muster.jsa \
      -jar /opt/muster/muster.jar rehearse --no-browser --port 0 --data /tmp/train & \
    trained=$! && sleep 8 && kill -TERM $trained && (wait $trained || true) && test -s /opt/muster/muster.jsa && rm -rf /tmp/train
USER muster
ENV MUSTER_RUNBOOKS=/opt/muster/runbooks \
    DATABASE_URL=jdbc:sqlite:/var/lib/muster/muster.db \
    LANG=C.UTF-8
VOLUME /var/lib/muster
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=15s \
  CMD ["sh", "-c", "curl -fsS http://127.0.0.1:${PORT:-3000}/health/live || exit 1"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:SharedArchiveFile=/opt/muster/muster.jsa", "-Dfile.encoding=UTF-8", "-jar", "/opt/muster/muster.jar"]
CMD ["serve"]
