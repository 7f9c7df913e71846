package dev.muster.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people and programs say in an incident, and what is no secret: every false alarm hides a fact. */
class ChatterTest {

    private static final Secrets secrets = Secrets.shipped(List.of());

    private static final List<String> LINES =
            """
            Checkout is down for everybody in eu-west-1, error rate 43 %
            I am IC, <@U061F7AUR> takes tech, comms please post to the status page
            !update Still investigating. Next update in 15 minutes
            they say the key to this is the connection pool
            the API key expired at midnight, we need a new token from the vault
            can somebody with access rotate the secret? the password is in the vault
            password reset mails are delayed by about 20 minutes
            who has the credentials for the staging cluster?
            token: expired, see the runbook
            authentication fails with 401 Unauthorized, authorization header is missing
            Authorization: Bearer $TOKEN
            Authorization: Bearer <your-token>
            curl -H "Authorization: Bearer $TOKEN" https://api.example.com/v1/orders
            curl -u "$USER:$PASSWORD" https://example.com/health
            kubectl -n shop get secret checkout-tls -o yaml
            kubectl rollout undo deployment/checkout -n shop --to-revision=41
            checkout-7d9f8b6c5d-x2k4q restarted 14 times, OOMKilled
            payment-worker-5f7c9d8b4-9zq7m 0/1 CrashLoopBackOff 6 (2m31s ago) 11m
            redis-master-0 lost quorum, keys are evicted: maxmemory-policy allkeys-lru
            deployed commit 4f2a9c1e7b3d5f8a0c6e9b2d4f7a1c3e5b8d0f2a an hour ago
            git revert 9fceb02d0ae598e95dc970b74767f19372d61af8
            merge of https://github.com/acme/shop/pull/4711 at 4f2a9c1
            https://github.com/acme/shop/commit/9fceb02d0ae598e95dc970b74767f19372d61af8
            <https://grafana.example.com/d/k8s_views_pods/kubernetes?orgId=1&amp;from=now-6h&amp;to=now|the dashboard>
            https://grafana.example.com/d/000000012/api-latency?var-key=checkout&viewPanel=17
            <https://acme.slack.com/archives/C061EG9SL/p1515449522000016?thread_ts=1515449500.000010&amp;cid=C061EG9SL>
            https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/shop
            https://sentry.example.com/organizations/acme/issues/4711/?project=12&query=is%3Aunresolved
            trace id 4bf92f3577b34da6a3ce929d0e0e4736, span 00f067aa0ba902b7
            request 2b1f1f3a-7d0f-4d0c-9a3e-0d8f3c1b2a4e failed after 30000 ms
            order 7c9e6679-7425-40de-944b-e07fc1f90ae7 was charged twice
            traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
            X-Request-Id: 9f1c2e4a-11d2-4f0b-8c1d-2a6b7e3f5d90
            <@U061F7AUR> <#C061EG9SL|inc-42> <!subteam^S0614TZR7|@oncall> <!here>
            C061EG9SL T061EG9R6 U0LAN0Z89 Ev0PV52K21 A0PNCHHK2 B0BOT1234 F0FILE123
            10.0.12.7:5432 refused, 2001:0db8:85a3:0000:0000:8a2e:0370:7334 works
            192.168.178.1 - - [20/Nov/2026:14:05:00 +0000] "GET /cart?item=4711 HTTP/1.1" 502 157 "-" "curl/8.5.0"
            2026-11-20T14:05:00.123Z ERROR [checkout,4bf92f3577b34da6,00f067aa0ba902b7] c.a.s.CartController : timeout
            Nov 20 14:05:00 db-1 postgres[4711]: FATAL: password authentication failed for user "shop"
            FATAL: remaining connection slots are reserved for non-replication superuser connections
            level=error ts=2026-11-20T14:05:00Z caller=main.go:42 msg="token refresh failed" err="context deadline exceeded"
            {"level":"warn","key":"checkout.timeout","value":30000,"token_count":512}
            at com.acme.shop.auth.TokenService.refresh(TokenService.java:117)
            at org.springframework.security.web.access.ExceptionTranslationFilter.doFilter(ExceptionTranslationFilter.java:120)
            Caused by: java.util.concurrent.TimeoutException: key=cart-4711 not loaded within PT30S
            java.lang.OutOfMemoryError: Java heap space
            Traceback (most recent call last): File "/app/auth/token.py", line 42, in refresh_token
            KeyError: 'access_token'
            panic: runtime error: index out of range [3] with length 3
            SELECT id, api_key_id FROM accounts WHERE token_hash IS NOT NULL ORDER BY created_at DESC LIMIT 10;
            UPDATE orders SET state = 'open' WHERE key IN (4711, 4712) AND updated_at < now() - interval '1 hour';
            ALTER TABLE sessions ADD PRIMARY KEY (tenant_id, session_id);
            select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction'
            primary_key: order_id, foreign_key: customer_id
            partition key = customer-region-eu, sort key = created-at
            postgres://db.internal:5432/shop is the new primary
            postgres is down, mysql is fine, redis is slow, mongodb was never used
            the amqp://queue.internal:5672 endpoint answers again
            docker pull registry.example.com/shop/checkout@sha256:9b2a0c4d6e8f1a3b5c7d9e0f2a4b6c8d0e1f3a5b7c9d1e3f5a7b9c0d2e4f6a8b
            image: registry.example.com/shop/checkout:1.42.0-rc.3+build.4711
            thumb_tiny AwAwADDSooooAKKKKACiiigAooooAKKKKACiiigAooooA
            data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
            sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 is that of an empty file
            md5 d41d8cd98f00b204e9800998ecf8427e
            arn:aws:iam::123456789012:role/shop-checkout and s3://acme-logs/2026/11/20/
            ami-0abcdef1234567890 i-0123456789abcdef0 vpc-0a1b2c3d sg-903004f8
            terraform plan: 3 to add, 1 to change, aws_secretsmanager_secret.shop will be updated in-place
            export SHOP_API_KEY=$(vault kv get -field=key secret/shop)
            AWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY}
            password=******** user=shop sslmode=require
            api_key: xxxxxxxxxxxxxxxxxxxx
            ssh-ed25519 is the type of the host key, not RSA
            -----BEGIN CERTIFICATE----- is where it stops
            jira says SHOP-4711 is fixed, confluence has the postmortem, discord and twitter are loud
            the linear ticket is ENG-1234, datadog monitor 12345678, pagerduty Q1W2E3R4T5Y6U7
            ticket: https://acme.atlassian.net/browse/SHOP-4711?focusedCommentId=10042
            facebook login works, heroku is down, cloudflare: all systems operational
            at 14:05 p99 was 1.2s; s.o. please look at the pods. The disk is 98% full
            ops_lead and on-call agreed: roll back, then look
            CVE-2026-12345 does not affect us, CVSS 9.8
            certificate serial 04:9f:3c:1a:77:b2:e0:51:8d:6a:aa:10:c4:fe:90:3b expires tomorrow
            access: 192.168.100.100 only, not from outside
            key: 1515449522.000016 and token = 2026-11-20 in the index
            the secret=1111111111111 of the demo
            the :key: is with <@U061F7AUR>, :tada: thanks all
            """
                    .lines()
                    .toList();

    @ParameterizedTest
    @MethodSource("lines")
    void isLeftAlone(String line) {
        assertThat(secrets.mask(line).text()).isSameAs(line);
        assertThat(secrets.mask("`" + line + "`").rules()).isEmpty();
        assertThat(secrets.mask(Events.message(line)).rules()).isEmpty();
    }

    static Stream<String> lines() {
        return Stream.concat(LINES.stream(), Stream.of(String.join("\n", LINES)));
    }
}
