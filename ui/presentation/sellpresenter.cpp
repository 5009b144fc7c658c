// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/sellpresenter.h"

#include "ui/presentation/catalogueport.h"
#include "ui/presentation/noticefor.h"
#include "ui/presentation/scandetector.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace tp::ui {

namespace {

/// A pause in typing; what the till holds itself is found at once.
constexpr std::chrono::milliseconds ServerSearchDelay(150);

/// Prices and stock change elsewhere, too.
constexpr std::chrono::minutes RefreshInterval(5);

/// After a load that got no answer from a server that is there all the same.
constexpr std::chrono::seconds LoadAgainDelay(5);

bool looksLikeBarcode(const QString &text)
{
    return text.size() >= ScanDetector::LengthMin &&
           std::all_of(text.begin(), text.end(), [](QChar each) { return each.isDigit(); });
}

} // namespace

SellPresenter::SellPresenter(CataloguePort &catalogue, const ConnectionPresenter &connection,
                             const ShopText &text, QObject *parent)
    : QObject(parent)
    , m_port(catalogue)
    , m_connection(connection)
    , m_text(text)
    , m_loader(catalogue)
    , m_products(text)
{
    m_serverSearchDelay.setSingleShot(true);
    m_serverSearchDelay.setInterval(ServerSearchDelay);
    connect(&m_serverSearchDelay, &QTimer::timeout, this, &SellPresenter::askServer);
    m_loadAgain.setSingleShot(true);
    connect(&m_loadAgain, &QTimer::timeout, this, &SellPresenter::refresh);
    connect(&connection, &ConnectionPresenter::stateChanged, this,
            &SellPresenter::connectionChanged);
    connect(&m_loader, &CatalogueLoader::pageLoaded, this, &SellPresenter::showPage);
    connect(&m_loader, &CatalogueLoader::loaded, this, &SellPresenter::showLoaded);
    connect(&m_loader, &CatalogueLoader::failed, this, &SellPresenter::showFailure);
    connectionChanged(connection.state());
}

void SellPresenter::connectionChanged(const ConnectionState &connection)
{
    const bool isOnline = connection.phase == ConnectionState::Phase::Online;
    if (isOnline && !std::exchange(m_isOnline, isOnline))
        load();
    m_isOnline = isOnline;
    update();
}

void SellPresenter::setSearchText(const QString &text)
{
    if (text == m_searchText)
        return;
    m_searchText = text;
    filter();
}

void SellPresenter::selectCategory(const QString &id)
{
    const auto uuid = Uuid::parse(id);
    const std::optional<CategoryId> shelf = uuid ? std::optional(CategoryId(*uuid)) : std::nullopt;
    if (shelf == m_shelf)
        return;
    m_shelf = shelf;
    filter();
}

ProductRef SellPresenter::productOf(const QString &barcode) const
{
    if (ProductRef held = m_catalogue.withBarcode(barcode))
        return held;
    for (const ProductRef &product : m_products.products()) {
        if (product->barcodes.contains(barcode))
            return product; // One that only the server holds.
    }
    return {};
}

void SellPresenter::submitSearch()
{
    const QString barcode = m_searchText.trimmed();
    if (barcode.isEmpty())
        return;
    if (const ProductRef chosen = productOf(barcode)) {
        setSearchText({});
        emit productChosen(chosen);
    } else if (looksLikeBarcode(barcode)) {
        emit barcodeUnknown(barcode);
    }
}

void SellPresenter::scan(const QString &barcode)
{
    if (const ProductRef chosen = productOf(barcode))
        emit productChosen(chosen);
    else
        emit barcodeUnknown(barcode);
}

void SellPresenter::activateProduct(const QString &id)
{
    const auto uuid = Uuid::parse(id);
    for (const ProductRef &product : m_products.products()) {
        if (uuid && product->id == ProductId(*uuid)) {
            emit productChosen(product);
            return;
        }
    }
}

void SellPresenter::retry()
{
    if (m_isOnline)
        load();
    else
        emit connectionRetryRequested();
    update();
}

void SellPresenter::refresh()
{
    if (m_isOnline && !m_loader.isLoading())
        load();
    update();
}

void SellPresenter::retranslate(const ShopText &text)
{
    m_text = text;
    m_products.retranslate(text);
    update();
}

void SellPresenter::load()
{
    m_failure.reset();
    m_loadAgain.stop();
    m_loader.load();
}

void SellPresenter::showPage()
{
    // A refresh is shown when it is whole. The first time, parts are, each four times as large as
    // the one before: the index is made anew, which for every page would cost the square.
    const auto loaded = m_loader.products().size();
    if (m_hasLoaded || loaded < 4 * m_catalogue.products().size())
        return;
    m_catalogue = ShopCatalogue(m_loader.products(), m_loader.categories());
    m_products.setTints(m_catalogue.shelfPlaces());
    filter();
}

void SellPresenter::showLoaded()
{
    m_hasLoaded = true;
    m_loadAgain.start(RefreshInterval);
    m_isComplete = m_loader.isComplete();
    if (m_catalogue.products() != m_loader.products() ||
        m_catalogue.categories() != m_loader.categories()) {
        m_catalogue = ShopCatalogue(m_loader.products(), m_loader.categories());
        m_products.setTints(m_catalogue.shelfPlaces());
    }
    const auto &shelves = m_catalogue.shelves();
    const bool isThere = std::any_of(shelves.begin(), shelves.end(),
                                     [this](const auto &shelf) { return m_shelf == shelf.id; });
    if (!isThere)
        m_shelf.reset();
    filter();
}

void SellPresenter::showFailure(const Error &error)
{
    m_failure = error;
    if (error.code == ErrorCode::Unavailable)
        m_loadAgain.start(LoadAgainDelay);
    update();
}

void SellPresenter::filter()
{
    ++m_generation;
    m_serverSearchDelay.stop();
    m_isSearching = !m_isComplete && !m_searchText.trimmed().isEmpty() && m_isOnline;
    if (m_isSearching)
        m_serverSearchDelay.start();
    m_products.setProducts(m_catalogue.find(m_searchText, m_shelf));
    update();
}

void SellPresenter::askServer()
{
    ProductQuery query;
    query.text = m_searchText.trimmed();
    m_port.loadProducts(query, this, [this, generation = m_generation](const auto &page) {
        if (generation == m_generation)
            showFound(page);
    });
}

void SellPresenter::showFound(const Result<ProductPage> &page)
{
    m_isSearching = false;
    if (page) {
        QList<ProductRef> shown = m_products.products();
        std::set<ProductId> known;
        for (const ProductRef &product : std::as_const(shown))
            known.insert(product->id);
        for (const ShopProduct &product : page->products) {
            const bool isWanted = !m_shelf || m_catalogue.isOn(product, *m_shelf);
            if (isWanted && known.insert(product.id).second)
                shown.append(std::make_shared<const ShopProduct>(product));
        }
        m_products.setProducts(shown);
    }
    update();
}

void SellPresenter::update()
{
    const QList<ProductRef> &all = m_catalogue.products();
    SellState next;
    next.phase = phase();
    next.searchText = m_searchText;
    for (const ShopCategory &shelf : m_catalogue.shelves())
        next.categories.append({shelf.id.toQString(), shelf.name});
    next.selectedCategoryId = m_shelf ? m_shelf->toQString() : QString();
    next.shownCount = m_products.rowCount();
    next.totalCount = int(all.size());
    next.countText = m_text.productCount(next.shownCount);
    next.isLoadingMore = (m_loader.isLoading() || m_isSearching) && !all.isEmpty();
    next.isStale = !all.isEmpty() && !m_isOnline;
    next.notice = notice(next.phase);
    if (!all.isEmpty())
        next.zeroTotal = m_text.amount(Money::zero(all.first()->price.currency()));
    if (next == m_state)
        return;
    m_state = next;
    emit stateChanged(m_state);
}

SellState::Phase SellPresenter::phase() const
{
    using Phase = SellState::Phase;
    const bool isNarrowed = m_shelf || !m_searchText.trimmed().isEmpty();
    if (m_products.rowCount() > 0)
        return Phase::Ready;
    if (!m_catalogue.products().isEmpty())
        return isNarrowed && !m_isSearching ? Phase::NoMatch : Phase::Ready;
    if (m_connection.state().phase == ConnectionState::Phase::Starting)
        return Phase::Starting;
    if (m_loader.isLoading())
        return m_hasLoaded ? Phase::EmptyShop : Phase::Loading;
    if (m_failure || !m_isOnline)
        return Phase::Failed;
    return m_hasLoaded ? Phase::EmptyShop : Phase::Loading;
}

Notice SellPresenter::notice(SellState::Phase phase) const
{
    if (!m_isOnline && phase == SellState::Phase::Failed)
        return m_connection.state().notice;
    return m_isOnline && m_failure ? noticeFor(m_failure->code) : Notice();
}

} // namespace tp::ui
