package uk.hustings.local.bench.interleavings;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between one replica and PostgreSQL and passes everything on. It understands the protocol's messages from the client
 * as far as it must to hold a statement back before PostgreSQL sees it. Each connection has two threads.
 */
final class PostgresProxy implements AutoCloseable {

    private static final int BUFFER = 8192;

    private final ServerSocket listener;
    private final int postgresPort;
    private final StatementGate gate;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private PostgresProxy(ServerSocket listener, int postgresPort, StatementGate gate) {
        this.listener = listener;
        this.postgresPort = postgresPort;
        this.gate = gate;
    }

    /** Listens on a free port of the loopback address. */
    static PostgresProxy start(int postgresPort, StatementGate gate) {
        try {
            ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
            PostgresProxy proxy = new PostgresProxy(listener, postgresPort, gate);
            thread(proxy::accept);
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), postgresPort);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                thread(() -> pass(client, server, () -> statements(client, server)));
                thread(() -> pass(server, client, () -> answers(server, client)));
            } catch (IOException closed) {
                // The listener is closed, or PostgreSQL does not take the connection: the client sees its own closed.
            }
        }
    }

    private interface Copying {
        void run() throws IOException;
    }

    private void pass(Socket from, Socket to, Copying copying) {
        try (from;
                to) {
            copying.run();
        } catch (IOException gone) {
            // One end has gone; closing both tells the other.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Sends on in whole steps, each of which ends where PostgreSQL would begin to work on it. */
    private void statements(Socket client, Socket server) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream(), BUFFER));
        OutputStream out = server.getOutputStream();
        out.write(ClientMessages.startup(in));
        out.flush();
        StatementGate.Passage passage = gate.passage();
        ClientMessages messages = new ClientMessages();
        while (true) {
            ClientMessages.Step step = messages.next(in);
            if (step == null) {
                return;
            }
            if (step.statement() != null) {
                passage.pass(step.statement());
            }
            out.write(step.bytes());
            out.flush();
        }
    }

    private static void answers(Socket server, Socket client) throws IOException {
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] some = new byte[BUFFER];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            out.write(some, 0, read);
            out.flush();
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "postgres-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
