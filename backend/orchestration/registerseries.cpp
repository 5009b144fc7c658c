// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/registerseries.h"

#include "backend/kernel/fielderrors.h"

using namespace Qt::StringLiterals;

namespace tp::orchestration {

Result<QString> seriesFor(storage::UnitOfWork &work, orders::Order &order)
{
    if (order.isWeb)
        return u"W"_s;
    // T1 when nothing is named: it is there from the beginning and keeps its code. A statement
    // each, so that each finds its row by an index.
    auto rows = order.registerId
                    ? work.query("SELECT register_id, code, is_claimed FROM sale_registers "
                                 "WHERE register_id = $1",
                                 {*order.registerId})
                    : work.query("SELECT register_id, code, is_claimed FROM sale_registers "
                                 "WHERE code = 'T1'");
    std::optional<RegisterId> found;
    QString code;
    bool isClaimed = false;
    if (rows.next()) {
        found = RegisterId::parse(rows.text(0));
        code = QString::fromUtf8(rows.text(1).data(), qsizetype(rows.text(1).size()));
        isClaimed = rows.boolean(2);
    }
    TP_CHECK(rows.finish());
    if (!found)
        return atMember(u"/register_id"_s, ErrorCode::UnknownReference,
                        u"there is no such register"_s);
    if (isClaimed && !order.number)
        return atMember(u"/number"_s, ErrorCode::Required,
                        u"the till of this register gives the numbers itself"_s);
    order.registerId = found;
    return code;
}

} // namespace tp::orchestration
