package ai.nominate.tenantmgr.product;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The running products of a test run. A class borrows one exclusively, so classes can run in parallel without side effects; there
 * are as many products as parallel classes. Their start is expensive, so later classes reuse them, and they stop with the run.
 */
final class ProductPool implements AutoCloseable {
    private final Deque<Product> free = new ArrayDeque<>();
    private final List<Product> all = new ArrayList<>();

    /** A product lent to one test class until it is closed. */
    record Loan(ProductPool pool, Product product) implements AutoCloseable {
        @Override
        public void close() {
            pool.takeBack(product);
        }
    }

    Loan lend() {
        Product product = takeFree();
        if (product == null) {
            product = new Product();
            keep(product);
        } else {
            product.workQuickly();
        }
        return new Loan(this, product);
    }

    private synchronized Product takeFree() {
        return free.pollFirst();
    }

    private synchronized void keep(Product product) {
        all.add(product);
    }

    private synchronized void takeBack(Product product) {
        free.addFirst(product);
    }

    /** Stops all of them, even if one leaves processes behind; that fails the run. */
    @Override
    public void close() {
        AssertionError failure = null;
        for (Product product : all) {
            try {
                product.close();
            } catch (AssertionError e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
