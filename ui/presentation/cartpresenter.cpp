// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/cartpresenter.h"

#include "ui/presentation/entrytext.h"
#include "ui/presentation/refusaltext.h"

namespace tp::ui {

using namespace Qt::StringLiterals;

namespace {

Quantity onePiece()
{
    return *Quantity::fromThousandths(1000);
}

} // namespace

CartPresenter::CartPresenter(const CartNeighbours &neighbours, const ShopText &text,
                             QObject *parent)
    : QObject(parent)
    , m_clock(neighbours.clock)
    , m_text(text)
    , m_rules(neighbours.rules, neighbours.session, neighbours.connection)
    , m_priced(Error{})
{
    m_prefixEnd.setSingleShot(true);
    m_prefixEnd.setInterval(PrefixMs);
    connect(&m_prefixEnd, &QTimer::timeout, this, &CartPresenter::endPrefix);
    connect(&m_rules, &KnownRules::changed, this, &CartPresenter::reckon);
    reckon();
}

std::optional<SaleDraft> CartPresenter::draft() const
{
    if (!m_state.canCharge)
        return {};
    return SaleDraft{soldLines(m_cart, *m_priced), m_cart.discount(), *m_priced,
                     m_rules.rules()->pricing, m_cart.itemCount()};
}

void CartPresenter::add(const ProductRef &product)
{
    m_entry = {};
    m_weighed.reset();
    const std::optional<Quantity> prefix = std::exchange(m_prefix, std::nullopt);
    m_prefixEnd.stop();
    if (product->unit != Unit::Each && !prefix) {
        m_weighed = product;
        m_entry = entryFor(CartEntry::Kind::Quantity, m_cart, m_weighed, m_text);
        update();
        return;
    }
    const bool isPart = prefix && prefix->thousandths() % 1000 != 0;
    if (product->unit == Unit::Each && isPart)
        refuse(refusalOf({ErrorCode::InvalidValue, {}, {}}));
    else
        addNow(product, prefix.value_or(onePiece()));
}

void CartPresenter::addNow(const ProductRef &product, Quantity quantity)
{
    Cart next = m_cart;
    if (const auto added = next.add(product, quantity); !added)
        refuse(refusalOf(added.error()));
    else
        take(next);
}

void CartPresenter::refuseBarcode(const QString &code)
{
    m_prefix.reset();
    m_prefixEnd.stop();
    refuse(unknownBarcode(code));
}

bool CartPresenter::takePrefix(const QString &text)
{
    const std::optional<Quantity> prefix = readPrefix(text, m_text);
    if (!prefix)
        return false;
    m_prefix = prefix;
    m_prefixEnd.start();
    update();
    return true;
}

void CartPresenter::endPrefix()
{
    m_prefix.reset();
    update();
}

void CartPresenter::dismissNotice()
{
    m_refusal = {};
    update();
}

void CartPresenter::select(int row)
{
    m_entry = {};
    m_cart.select(row);
    update();
}

void CartPresenter::moveSelection(int by)
{
    if (!m_cart.isEmpty())
        select(m_cart.selected() + by);
}

void CartPresenter::changeQuantity(int by)
{
    const CartLine *line = m_cart.selectedLine();
    if (!line || line->product->unit != Unit::Each)
        return;
    const qint64 next = line->quantity.thousandths() + by * 1000LL;
    if (next < 1000)
        return; // The bin removes; a key held down must not.
    Cart changed = m_cart;
    const auto quantity = Quantity::fromThousandths(next);
    if (!quantity || !changed.setQuantity(m_cart.selected(), *quantity))
        refuse(refusalOf({ErrorCode::OutOfRange, {}, {}}));
    else
        take(changed);
}

void CartPresenter::removeLine()
{
    const CartLine *line = m_cart.selectedLine();
    if (!line)
        return;
    const QString name = line->product->name;
    Cart next = m_cart;
    next.remove(m_cart.selected());
    m_entry = {};
    if (take(next))
        emit undoOffered(tr("%1 removed").arg(name));
}

void CartPresenter::clear()
{
    m_entry = {};
    if (!m_cart.isEmpty() && take(Cart()))
        emit undoOffered(tr("Sale cleared"));
}

void CartPresenter::undo()
{
    if (!m_history.canUndo())
        return;
    m_entry = {};
    m_cart = m_history.undo(m_cart);
    reckon();
}

void CartPresenter::redo()
{
    if (!m_history.canRedo())
        return;
    m_entry = {};
    m_cart = m_history.redo(m_cart);
    reckon();
}

void CartPresenter::begin(CartEntry::Kind kind)
{
    if (m_cart.isEmpty())
        return;
    m_weighed.reset();
    m_entry = entryFor(kind, m_cart, m_weighed, m_text);
    update();
}

void CartPresenter::setEntryPercent(bool isPercent)
{
    m_entry.isPercent = isPercent;
    update();
}

void CartPresenter::submitEntry(const QString &text)
{
    if (m_entry.kind == CartEntry::Kind::None)
        return;
    const auto next = withEntry(m_cart, m_entry, m_weighed, text, m_text);
    if (!next)
        return failEntry(next.error());
    if (const auto costs = priced(*next); !costs && m_trouble.isEmpty())
        return failEntry(costs.error());
    endEntry();
    take(*next);
}

void CartPresenter::failEntry(const Error &error)
{
    const Notice why = refusalOf(error);
    //: What is wrong, what to do: "This is not a number. Enter digits only."
    m_entry.fault = tr("%1. %2").arg(why.what, why.next);
    update();
}

void CartPresenter::endEntry()
{
    m_entry = {};
    m_weighed.reset();
}

void CartPresenter::cancelEntry()
{
    endEntry();
    update();
}

void CartPresenter::hold()
{
    if (m_cart.isEmpty())
        return;
    putAside();
    reckon();
}

void CartPresenter::putAside()
{
    m_held.append({m_cart, m_clock.nowMs(), m_state.total});
    m_cart = {};
    m_history = {};
    m_refusal = {};
    endEntry();
}

void CartPresenter::recall(int place)
{
    if (place < 0 || place >= int(m_held.size()))
        return;
    const HeldSale sale = m_held.takeAt(place);
    if (!m_cart.isEmpty())
        putAside();
    m_cart = sale.cart;
    m_history = {};
    m_lastSale = {};
    reckon();
}

void CartPresenter::finish(const KeptSale &sale)
{
    m_cart = {};
    m_history = {};
    m_refusal = {};
    endEntry();
    const Money &change = sale.sale.change;
    m_lastSale = {sale.number, m_text.amount(sale.sale.totals.total), m_text.amount(change),
                  !change.isZero()};
    reckon();
}

void CartPresenter::retranslate()
{
    if (m_entry.kind != CartEntry::Kind::None)
        m_entry = entryFor(m_entry.kind, m_cart, m_weighed, m_text);
    update();
}

bool CartPresenter::take(const Cart &next)
{
    const auto costs = priced(next);
    if (!costs && !next.isEmpty() && m_trouble.isEmpty()) {
        refuse(refusalOf(costs.error()));
        return false;
    }
    if (!next.sellsAs(m_cart))
        m_history.remember(m_cart);
    m_cart = next;
    m_refusal = {};
    if (!m_cart.isEmpty())
        m_lastSale = {};
    reckon();
    return true;
}

void CartPresenter::refuse(const Notice &notice)
{
    m_refusal = notice;
    update();
    emit alarmed();
}

Result<pricing::PricedOrder> CartPresenter::priced(const Cart &cart) const
{
    return pricedCart(cart, m_rules.rules(), m_clock.nowMs());
}

void CartPresenter::reckon()
{
    m_priced = priced(m_cart);
    m_trouble = {};
    if (!m_priced && !m_cart.isEmpty()) {
        // New rules may not know what an old line needs. It is shown, and cannot be paid.
        m_trouble = refusalOf(m_priced.error());
        m_priced = pricedCart(m_cart, {}, m_clock.nowMs());
    }
    update();
}

Notice CartPresenter::notice() const
{
    if (!m_refusal.isEmpty() || m_cart.isEmpty())
        return m_refusal;
    return m_rules.rules() ? m_trouble : rulesMissing();
}

void CartPresenter::update()
{
    const CartText words(m_text);
    const bool isShown = m_priced && !m_cart.isEmpty();
    CartState next;
    const auto &rules = m_rules.rules();
    if (isShown) {
        const auto mode = rules ? rules->pricing.taxMode : pricing::TaxMode::Included;
        next.rows = words.rows(m_cart, *m_priced);
        next.selected = m_cart.selected();
        next.sums = words.sums(*m_priced, mode);
    }
    next.itemCount = m_text.itemCount(m_cart.itemCount());
    next.total = m_priced ? m_text.amount(m_priced->total) : QString();
    next.canCharge = isShown && rules && m_trouble.isEmpty();
    next.canUndo = m_history.canUndo();
    next.canRedo = m_history.canRedo();
    if (m_prefix)
        next.prefix = m_text.quantity(*m_prefix) + u" ×"_s;
    for (const HeldSale &sale : std::as_const(m_held))
        next.held.append(words.held(sale.cart, sale.heldAtMs, sale.total));
    next.entry = m_entry;
    next.lastSale = m_lastSale;
    next.notice = notice();
    next.isAlarm = !m_refusal.isEmpty() || rules;
    if (next == m_state)
        return;
    m_state = next;
    m_rows.setRows(m_state.rows, m_state.selected);
    emit stateChanged(m_state);
}

} // namespace tp::ui
