// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/sell/cartpanel.h"

#include "ui/screens/sell/entrycard.h"
#include "ui/screens/sell/lastsalecard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cartlist.h"
#include "ui/widgets/chargebutton.h"
#include "ui/widgets/linecontrols.h"
#include "ui/widgets/placeholder.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

QLabel *cartLabel(const QString &name, const QString &role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

CartPanel::CartPanel(Theme &theme, CartPresenter &presenter, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_presenter(presenter)
    , m_title(cartLabel(u"saleTitle"_s, u"h2"_s, this))
    , m_items(cartLabel(u"itemCount"_s, u"small"_s, this))
    , m_clear(makeButton(u"clearSaleButton"_s, u"quiet"_s))
    , m_held(makeButton(u"heldButton"_s, u"quiet"_s))
    , m_pages(new QStackedWidget(this))
    , m_lastSale(new LastSaleCard(theme))
    , m_empty(new Placeholder(theme, Placeholder::Weight::Panel, u"emptyCart"_s))
    , m_list(new CartList(theme, CartLineDelegate::Use::Cart, u"cartList"_s))
    , m_entryRoom(new QWidget(this))
    , m_entry(new EntryCard(m_entryRoom))
    , m_totalName(cartLabel(u"totalName"_s, u"h2"_s, this))
    , m_total(cartLabel(u"totalAmount"_s, u"total"_s, this))
    , m_discount(makeButton(u"discountButton"_s, u"foot"_s))
    , m_note(makeButton(u"noteButton"_s, u"foot"_s))
    , m_hold(makeButton(u"holdButton"_s, u"foot"_s))
    , m_charge(new ChargeButton(theme, this))
{
    setObjectName(u"cart"_s);
    m_charge->setFocusPolicy(Qt::TabFocus);
    m_list->setModel(presenter.rows());
    auto *nothing = new QWidget;
    auto *column = new QVBoxLayout(nothing);
    column->setContentsMargins(space::Xl, space::S, space::Xl, 0);
    column->addWidget(m_lastSale);
    column->addWidget(m_empty, 1);
    m_pages->setObjectName(u"cartPages"_s);
    m_pages->addWidget(nothing);
    m_pages->addWidget(m_list);

    auto *entry = new QHBoxLayout(m_entryRoom);
    entry->setContentsMargins(space::M, space::S, space::M, space::M);
    entry->addWidget(m_entry);
    auto *separator = new QFrame(this);
    separator->setObjectName(u"separator"_s);
    separator->setFixedHeight(1);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, space::L, 0, space::L);
    all->setSpacing(0);
    all->addLayout(head());
    all->addWidget(m_pages, 1);
    all->addWidget(m_entryRoom);
    all->addWidget(separator);
    all->addLayout(foot());
    connectIntents();
    renderTheme();
    retranslate();
}

QPushButton *CartPanel::makeButton(const QString &name, const QString &kind)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setProperty("kind", kind);
    button->setFocusPolicy(Qt::TabFocus); // A tap leaves the focus to the scan field.
    button->setIconSize({size::IconM + space::S, size::IconM});
    // From right to left Qt's style sheets would tear icon and text apart.
    button->setLayoutDirection(Qt::LeftToRight);
    return button;
}

QLayout *CartPanel::head()
{
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_items);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::Xl, 0, space::M, space::S);
    row->setSpacing(0);
    row->addLayout(names);
    row->addStretch();
    row->addWidget(m_held);
    row->addWidget(m_clear);
    return row;
}

QLayout *CartPanel::foot()
{
    m_sums = new QGridLayout;
    m_sums->setVerticalSpacing(space::Xs);
    m_sums->setColumnStretch(0, 1);
    auto *total = new QHBoxLayout;
    total->addWidget(m_totalName);
    total->addStretch();
    total->addWidget(m_total);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::S);
    for (QPushButton *button : {m_discount, m_note, m_hold})
        acts->addWidget(button, 1);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(space::Xl, space::M, space::Xl, 0);
    column->setSpacing(0);
    column->addLayout(m_sums);
    column->addSpacing(space::Xs);
    column->addLayout(total);
    column->addSpacing(space::S);
    column->addLayout(acts);
    column->addSpacing(space::S + 2);
    column->addWidget(m_charge);
    return column;
}

void CartPanel::connectIntents()
{
    using Kind = CartEntry::Kind;
    connect(m_list, &CartList::rowPressed, &m_presenter, &CartPresenter::select);
    connect(m_list, &CartList::movePressed, &m_presenter, &CartPresenter::moveSelection);
    const LineControls *line = m_list->controls();
    connect(line, &LineControls::stepped, &m_presenter, &CartPresenter::changeQuantity);
    connect(line, &LineControls::removePressed, &m_presenter, &CartPresenter::removeLine);
    connect(line, &LineControls::quantityPressed, &m_presenter,
            [this] { m_presenter.begin(Kind::Quantity); });
    connect(line, &LineControls::discountPressed, &m_presenter,
            [this] { m_presenter.begin(Kind::LineDiscount); });
    connect(m_discount, &QPushButton::clicked, &m_presenter,
            [this] { m_presenter.begin(Kind::CartDiscount); });
    connect(m_note, &QPushButton::clicked, &m_presenter, [this] { m_presenter.begin(Kind::Note); });
    connect(m_hold, &QPushButton::clicked, &m_presenter, &CartPresenter::hold);
    connect(m_held, &QPushButton::clicked, this, &CartPanel::showHeld);
    connect(m_clear, &QPushButton::clicked, &m_presenter, &CartPresenter::clear);
    connect(m_entry, &EntryCard::submitted, &m_presenter, &CartPresenter::submitEntry);
    connect(m_entry, &EntryCard::cancelled, &m_presenter, &CartPresenter::cancelEntry);
    connect(m_entry, &EntryCard::percentChosen, &m_presenter, &CartPresenter::setEntryPercent);
    connect(m_charge, &QPushButton::clicked, this, &CartPanel::chargePressed);
    connect(&m_presenter, &CartPresenter::stateChanged, this, &CartPanel::render);
    connect(&m_theme, &Theme::changed, this, &CartPanel::renderTheme);
}

QList<QWidget *> CartPanel::tabOrder() const
{
    QList<QWidget *> order{m_held, m_clear, m_list};
    for (QPushButton *button : m_list->controls()->findChildren<QPushButton *>())
        order.append(button);
    for (QWidget *part : m_entry->findChildren<QWidget *>()) {
        if (part->focusPolicy() & Qt::TabFocus)
            order.append(part);
    }
    order << m_discount << m_note << m_hold << m_charge;
    return order;
}

void CartPanel::showZero(const QString &zero)
{
    m_zero = zero;
    render();
}

void CartPanel::showHeld()
{
    const QStringList held = m_presenter.state().held;
    if (held.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"heldMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int place = 0; place < int(held.size()); ++place) {
        const QAction *action = menu->addAction(held.at(place));
        connect(action, &QAction::triggered, &m_presenter,
                [this, place] { m_presenter.recall(place); });
    }
    menu->popup(m_held->mapToGlobal(QPoint(0, m_held->height())));
    menu->setActiveAction(menu->actions().first());
}

void CartPanel::render()
{
    const CartState &state = m_presenter.state();
    const bool isEmpty = state.rows.isEmpty();
    m_items->setText(isEmpty ? tr("No items") : state.itemCount);
    m_clear->setVisible(!isEmpty);
    m_held->setVisible(!state.held.isEmpty());
    m_held->setText(tr("Held: %1").arg(state.held.size()));
    m_pages->setCurrentIndex(isEmpty ? 0 : 1);
    m_lastSale->show(state.lastSale);
    m_list->showSelected(state.rows, state.selected);
    m_entryRoom->setVisible(state.entry.kind != CartEntry::Kind::None);
    m_entry->show(state.entry);
    renderSums(state);
    const QString total = state.total.isEmpty() ? m_zero : state.total;
    m_total->setText(total);
    for (QPushButton *button : {m_discount, m_note, m_hold})
        button->setEnabled(!isEmpty);
    m_charge->setEnabled(state.canCharge);
    m_charge->show(tr("Charge"), tr("Enter"), isEmpty ? QString() : total);
    renderTheme();
}

void CartPanel::renderSums(const CartState &state)
{
    while (m_sumLabels.size() < state.sums.size()) {
        const int row = int(m_sumLabels.size());
        auto *name = cartLabel(u"sumName%1"_s.arg(row), u"muted"_s, this);
        auto *amount = cartLabel(u"sumAmount%1"_s.arg(row), {}, this);
        amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_sums->addWidget(name, row, 0);
        m_sums->addWidget(amount, row, 1);
        m_sumLabels.append(std::pair(name, amount));
    }
    for (int row = 0; row < int(m_sumLabels.size()); ++row) {
        const auto [name, amount] = m_sumLabels.at(row);
        const SumRow sum = state.sums.value(row);
        name->setText(sum.name);
        amount->setText(sum.amount);
        name->setVisible(row < int(state.sums.size()));
        amount->setVisible(row < int(state.sums.size()));
    }
}

void CartPanel::renderTheme()
{
    const bool isEmpty = m_presenter.state().rows.isEmpty();
    const auto draw = [this](QPushButton *button, Icon icon, Colour colour) {
        button->setIcon(m_theme.icon(icon, colour, size::IconM, space::S));
    };
    const Colour ink = isEmpty ? Colour::Text3 : Colour::Text2;
    draw(m_discount, Icon::Percent, ink);
    draw(m_note, Icon::Note, ink);
    draw(m_hold, Icon::Hold, ink);
    draw(m_held, Icon::Hold, Colour::Text2);
    draw(m_clear, Icon::Trash, Colour::Text2);
}

void CartPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CartPanel::retranslate()
{
    setAccessibleName(tr("Cart"));
    m_title->setText(tr("New sale"));
    m_empty->setContent({.icon = Icon::Scan,
                         .title = tr("Ready for the next sale"),
                         .explanation = tr("Scan something, tap it,\nor press F2 and type."),
                         .action = {},
                         .key = {}});
    m_totalName->setText(tr("Total"));
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear the sale"));
    m_clear->setToolTip(tr("Clear the sale (Ctrl+Del)"));
    m_held->setToolTip(tr("Take up a held sale (F5)"));
    m_discount->setText(tr("Discount"));
    m_discount->setToolTip(tr("Discount on the whole sale (Shift+F8)"));
    m_note->setText(tr("Note"));
    m_note->setToolTip(tr("Note for the selected line"));
    m_hold->setText(tr("Hold"));
    m_hold->setToolTip(tr("Put this sale aside (F4)"));
    render();
}

} // namespace tp::ui
