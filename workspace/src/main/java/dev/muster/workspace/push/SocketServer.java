package dev.muster.workspace.push;

import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a second loopback port for bots that prefer a socket. */
public final class SocketServer extends WebSocketServer {
    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);
    private static final String PATH = "/link/?ticket=";
    private static final int NO_TICKET = 4001;
    private final CountDownLatch started = new CountDownLatch(1);
    private final SocketTarget target;

    public SocketServer(SocketTarget target) {
        super(new InetSocketAddress("127.0.0.1", 0), 1);
        this.target = target;
        setReuseAddr(true);
        setDaemon(true);
    }

    /** Starts, and returns when the port is open. */
    public void open() {
        start();
        try {
            if (!started.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the socket server did not start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void shut() {
        try {
            stop(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public String url(String ticket) {
        return "ws://127.0.0.1:" + getPort() + PATH + ticket;
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket client, ClientHandshake handshake) {
        String asked = handshake.getResourceDescriptor();
        boolean welcome = asked.startsWith(PATH) && target.enter(client, ticket(asked));
        if (!welcome) {
            client.close(NO_TICKET, "no ticket");
        }
    }

    private static String ticket(String asked) {
        return asked.substring(PATH.length()).replaceFirst("&.*", "");
    }

    @Override
    public void onMessage(WebSocket client, String message) {
        target.acknowledged(message);
    }

    @Override
    public void onClose(WebSocket client, int code, String reason, boolean remote) {
        target.leave(client);
    }

    @Override
    public void onError(@Nullable WebSocket client, Exception problem) {
        LOG.debug("a socket failed", problem);
    }
}
