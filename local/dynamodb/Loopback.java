import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * Serves DynamoDB Local on the loopback interface only: its own main class listens on every interface, has no option
 * against it, and reports its start to its maker. The handlers are the same; neither of those two parts is used.
 *
 * Argument: the folder of the database (none: in memory). Takes any free port and prints it once it listens.
 * Ends when standard input does, so that it never outlives who started it.
 */
public class Loopback {
  public static void main(String[] args) throws Exception {
    // Loading this class quietens the logs of Jetty and SQLite.
    Class.forName(ServerRunner.class.getName());
    var inMemory = args.length == 0;
    // One database for all callers, whatever credentials they sign with.
    var requests = new LocalDynamoDBRequestHandler(0, inMemory, inMemory ? null : args[0], true, false);

    var server = new Server(new InetSocketAddress("127.0.0.1", 0));
    var context = new ContextHandler();
    context.setHandler(new LocalDynamoDBServerHandler(requests, null));
    server.setHandler(context);
    server.start();
    System.out.println("port " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());

    while (System.in.read() != -1) {}
    server.stop();
    System.exit(0);
  }
}
