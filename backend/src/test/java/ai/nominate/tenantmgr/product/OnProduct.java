package ai.nominate.tenantmgr.product;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lends a test class a running product for exclusive use, and returns it to the pool after the class. */
final class OnProduct implements ParameterResolver, BeforeEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(OnProduct.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Product resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return product(context);
    }

    /** Resets the settings that the previous test may have changed. */
    @Override
    public void beforeEach(ExtensionContext context) {
        product(context).workQuickly();
    }

    private static Product product(ExtensionContext context) {
        ProductPool pool = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(ProductPool.class, key -> new ProductPool(), ProductPool.class);
        return classOf(context)
                .getStore(NAMESPACE)
                .computeIfAbsent(ProductPool.Loan.class, key -> pool.lend(), ProductPool.Loan.class)
                .product();
    }

    /** The context of the test class, which closes after its last test. */
    private static ExtensionContext classOf(ExtensionContext context) {
        ExtensionContext candidate = context;
        while (candidate.getTestMethod().isPresent()) {
            candidate = candidate.getParent().orElseThrow();
        }
        return candidate;
    }
}
