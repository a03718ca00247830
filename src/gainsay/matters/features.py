from __future__ import annotations
import math, re
from collections.abc import Sequence, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from gainsay.annotations.dates import bounds, disjoint, holds, same
from gainsay.matters.comparable import Comparable, EntityOf, entities
from gainsay.matters.facets import figure as fig
from gainsay.matters.likeness import Likeness, likeness, profile, Profile
from gainsay.statements.terms import stem, weight, _stopwords

_TOKEN=re.compile(r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:[’'][^\W\d_]+)?")

@cache
def notions():
    t={}
    text=(files("gainsay.matters")/"rivals.txt").read_text()
    n=0
    for line in text.splitlines():
        if line.startswith('#') or not line.strip(): continue
        a,_,b=line.partition('|')
        for side,ws in ((1,a),(-1,b)):
            for w in ws.split(): t.setdefault(w,set()).add((n,side)); t.setdefault('='+stem(w),set()).add((n,side))
        n+=1
    return {k:frozenset(v) for k,v in t.items()}

CLASSES={
 'neg':"not no never nobody nothing none neither nor without cannot untrue unfounded hardly barely n't",
 'deny':"deny denied denies denying denial reject rejected rejects refute refuted dispute disputed disputes dismissed dismiss contradict contradicted contradicts rebut insisted insists disavow unfounded false untrue innocent guilty plea pleaded clear",
 'accuse':"accuse accused accuses allege alleged alleges allegedly allegation allegations charge charged charges suspect suspected blame blamed claims claim claimed",
 'attempt':"attempt attempted try tried tries trying effort bid fail failed fails sought seek seeks",
 'future':"will would shall going expected plan plans planned due scheduled intend intends may might could tomorrow next likely hope hopes wants want expects set propose proposed",
 'hedge':"may might could perhaps possibly probably apparently reportedly allegedly supposedly likely believed thought appears appeared seems seemed suggests suggested estimated if whether suspect suspected",
 'report':"said says told tell tells according reported reports report announced announces confirmed spokesman spokeswoman statement stated",
 'cause':"because cause caused causes due reason result resulted led blamed after from why following over",
 'bound':"more than over least up least nearly almost about around some approximately roughly under less fewer most close",
 'part':"another other others including include includes among remaining rest additional further each some part half both one",
 'super':"most best worst first last largest biggest highest greatest only ever youngest oldest longest",
 'first':"first second third fourth fifth sixth seventh eighth ninth tenth",
 'eval':"great best worst good bad terrible wonderful excellent important significant difficult hard easy serious proud happy disappointed shock shocked shocking sad tragic hero brilliant amazing perfect best disaster failed failure success deserve",
 'opin':"think thinks believe believes feel feels opinion should must need i we my our",
 'plead':"pleaded plead plea pleads innocent guilty",
 'total':"total all altogether overall combined whole entire every",
 'now':"now currently still today already yet",
 'person':"he she him her his they who",
 'where':"in at near outside inside on from to of",
 'age':"old year-old aged",
}
CL={k:frozenset(v.split()) for k,v in CLASSES.items()}
WD="monday tuesday wednesday thursday friday saturday sunday".split()
MO="january february march april may june july august september october november december".split()
NUMS={w:i for i,w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split())}
NUMS.update(thirty=30,forty=40,fifty=50,sixty=60,seventy=70,eighty=80,ninety=90,dozen=12,hundred=100,thousand=1000)
ORD={w:i+1 for i,w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())}

@dataclass(slots=True)
class Reading:
    claim: Comparable
    text: str
    tokens: list
    stems: dict  # stem->weight
    names: frozenset
    numbers: frozenset
    ordinals: frozenset
    weekdays: frozenset
    months: frozenset
    years: frozenset
    clock: frozenset
    notions: frozenset
    classes: frozenset
    figures: tuple
    dates: tuple
    profile: Profile
    grams: frozenset
    order: tuple
    places: frozenset

def reading(cs, entity_of):
    claim=next((c for c in cs if c.kind=='claim'),cs[0])
    text=claim.words
    toks=[(m.group().replace('’',"'"),m.start()) for m in _TOKEN.finditer(text)]
    low=[t.lower() for t,_ in toks]
    stop=_stopwords()
    stems={};names=set();numbers=set();ordn=set();years=set();clock=set();places=set();order=[]
    nt=set();prev=''
    table=notions()
    for (t,s),l in zip(toks,low):
        if t[0].isdigit():
            if ':' in t: clock.add(t)
            elif l[-2:] in('st','nd','rd','th'): ordn.add(int(re.sub(r'\D','',l)))
            else:
                try: v=float(l.replace(',',''))
                except ValueError: v=None
                if v is not None:
                    if 1500<=v<=2100 and ',' not in l and '.' not in l: years.add(v)
                    else: numbers.add(v)
        else:
            if l in NUMS and l!='one': numbers.add(float(NUMS[l]))
            if l in ORD: ordn.add(ORD[l])
            base=l.partition("'")[0] if not l.endswith("n't") else l
            if base not in stop and len(base)>1 and l not in WD and l not in MO and l not in NUMS:
                st=stem(base); stems[st]=weight(st); order.append(st)
                if t[0].isupper() and s>0:
                    names.add(st)
                    if prev in('in','at','near','from','to','of','outside'): places.add(st)
            nt|=table.get(base,frozenset()) or table.get('='+stem(base),frozenset())
        prev=l
    cls=set()
    ls=set(low)
    for k,v in CL.items():
        if ls&v: cls.add(k)
    if any(l.endswith("n't") for l in low): cls.add('neg')
    t="#"+"#".join(order)+"#"
    return Reading(claim,text,low,stems,frozenset(names),frozenset(numbers),frozenset(ordn),frozenset(x for x in WD if x in ls),frozenset(x for x in MO if x in ls and x!='may'),frozenset(years),frozenset(clock),frozenset(nt),frozenset(cls),
       tuple(c for c in cs if c.kind=='figure'),tuple(c for c in cs if c.kind=='date'),profile(claim,entity_of),frozenset(t[i:i+4] for i in range(len(t)-3)),tuple(order),frozenset(places))

def _size(c):
    b=fig.interval(c.value,c.qualifier)
    if b is None: return 0.
    e=[x for x in b if math.isfinite(x)]
    return sum(e)/len(e) if e else 0.

def align(a,b):
    best=None
    for x in a.figures:
        for y in b.figures:
            head=bool(x.head and y.head and stem(x.head)==stem(y.head)); unit=x.unit==y.unit and x.unit is not None
            act=x.action is not None and x.action==y.action
            rel=fig.category(x.action) is not None and fig.category(x.action) is fig.category(y.action)
            lo,hi=sorted((_size(x),_size(y)))
            r=math.log((hi+1)/(lo+1))
            sc=3*head+2*unit+2*act+rel-0.5*min(r,3)
            if best is None or sc>best[0]: best=(sc,x,y,head,unit,act,rel,r,hi)
    return best

def features(a,b,like):
    f={}
    A,B=a.stems,b.stems
    sh=A.keys()&B.keys()
    ws=sum(A[t] for t in sh); ua=sum(w for t,w in A.items() if t not in sh); ub=sum(w for t,w in B.items() if t not in sh)
    lo,hi=min(ua,ub),max(ua,ub)
    f['ws']=ws/10; f['ulo']=lo/10; f['uhi']=hi/10
    f['jac']=ws/(ws+ua+ub+1); f['cov']=ws/(ws+lo+1)
    f['maxsh']=max((A[t] for t in sh),default=0)/6.5
    f['nsh']=min(len(sh),8)/4
    f['none']=float(not sh)
    f['cover']=like.coverage; f['overlap']=like.overlap; f['words']=like.words/10; f['ents']=min(len(like.entities),4)/2
    f['ctx']=min(like.context,40)/20; f['kin']=like.kin; f['kinlo']=float(like.kin<0.2); f['kinlo1']=float(like.kin<.1); f['kinhi']=float(like.kin>.4)
    g=a.grams&b.grams; f['gram']=2*len(g)/(len(a.grams)+len(b.grams)+1)
    n=a.names&b.names; f['nm_sh']=min(len(n),3)/2
    un_a,un_b=len(a.names-b.stems.keys()),len(b.names-a.stems.keys())
    f['nm_lo']=min(un_a,un_b,3)/2; f['nm_hi']=min(max(un_a,un_b),4)/2; f['nm_both']=float(un_a>0 and un_b>0)
    f['ent_un']=min(min(len(a.profile.entities-b.profile.entities),len(b.profile.entities-a.profile.entities)),3)/2
    pl_a,pl_b=a.places-b.stems.keys(),b.places-a.stems.keys()
    f['pl_both']=float(bool(pl_a and pl_b)); f['pl_sh']=float(bool(a.places&b.places))
    la,lb=len(a.tokens),len(b.tokens)
    f['llo']=min(la,lb)/10; f['lhi']=max(la,lb)/20; f['lr']=math.log((max(la,lb)+1)/(min(la,lb)+1))
    bg=set(zip(a.tokens,a.tokens[1:]))&set(zip(b.tokens,b.tokens[1:])); f['bg']=min(len(bg),6)/3
    # notions
    shn=a.notions&b.notions; f['nt_sh']=min(len(shn),4)/2
    na={n for n,_ in a.notions}; nb={n for n,_ in b.notions}
    opp=[n for n in na&nb if ((n,1) in a.notions and (n,-1) in b.notions and (n,1) not in b.notions and (n,-1) not in a.notions) or ((n,-1) in a.notions and (n,1) in b.notions and (n,-1) not in b.notions and (n,1) not in a.notions)]
    f['nt_opp']=min(len(opp),3)/1.5
    f['nt_only']=float(bool(shn) and not sh)
    # classes
    for k in CL:
        x,y=k in a.classes,k in b.classes
        f['c2_'+k]=float(x and y); f['c1_'+k]=float(x!=y)
    pa,pb=a.claim.polarity=='denies',b.claim.polarity=='denies'
    f['pol1']=float(pa!=pb); f['pol2']=float(pa and pb)
    f['expl']=float(a.claim.explicit_denial or b.claim.explicit_denial)
    f['expl1']=float(a.claim.explicit_denial!=b.claim.explicit_denial)
    f['hed1']=float(a.claim.hedged!=b.claim.hedged); f['hed2']=float(a.claim.hedged and b.claim.hedged)
    f['voiced']=(bool(a.claim.voices)+bool(b.claim.voices))/2; f['voice1']=float(bool(a.claim.voices)!=bool(b.claim.voices))
    neg=0
    for x,y in((a,b),(b,a)):
        if x.claim.negated and y.claim.polarity!='denies' and set(x.claim.negated)&y.stems.keys(): neg=1
    f['negsh']=float(neg)
    # figures
    ha,hb=bool(a.figures),bool(b.figures)
    f['fg2']=float(ha and hb); f['fg1']=float(ha!=hb)
    num=a.numbers&b.numbers; f['num_sh']=min(len(num),2)
    f['num_ulo']=min(len(a.numbers-b.numbers),len(b.numbers-a.numbers),2); f['num_none']=float(not a.numbers and not b.numbers); f['num1']=float(bool(a.numbers)!=bool(b.numbers))
    al=align(a,b) if ha and hb else None
    for k in('al_eq','al_scope','al_conf','al_head','al_unit','al_act','al_rel','al_ratio','al_big','conf_strong','eq_strong','scope_strong','conf_near','al_qual','al_weak','al_part'): f[k]=0.
    if al:
        sc,x,y,head,unit,act,rel,r,h=al
        k=fig.values(x,y)[0]
        strong=(head or (unit and x.unit!='persons')) 
        f['al_eq']=float(k=='agrees'); f['al_scope']=float(k=='scope'); f['al_conf']=float(k=='conflicts')
        f['al_head']=float(head);f['al_unit']=float(unit);f['al_act']=float(act);f['al_rel']=float(rel);f['al_ratio']=min(r,3)/2;f['al_big']=float(h>10)
        f['conf_strong']=float(k=='conflicts' and head); f['eq_strong']=float(k=='agrees' and head); f['scope_strong']=float(k=='scope' and head)
        f['conf_near']=float(k=='conflicts' and r<.5); f['al_qual']=float(x.qualifier!=y.qualifier); f['al_weak']=float(not head and not unit); f['al_part']=float(x.part or y.part)
    o=a.ordinals&b.ordinals; f['ord_sh']=float(bool(o)); f['ord_un']=float(bool(a.ordinals-b.ordinals and b.ordinals-a.ordinals))
    f['yr_sh']=float(bool(a.years&b.years)); f['yr_un']=float(bool(a.years-b.years and b.years-a.years)); 
    f['wd_sh']=float(bool(a.weekdays&b.weekdays)); f['wd_un']=float(bool(a.weekdays-b.weekdays and b.weekdays-a.weekdays))
    f['mo_un']=float(bool(a.months-b.months and b.months-a.months)); f['mo_sh']=float(bool(a.months&b.months))
    f['ck_sh']=float(bool(a.clock&b.clock)); f['ck_un']=float(bool(a.clock-b.clock and b.clock-a.clock))
    wa,wb=a.claim.when,b.claim.when
    f['dt_same']=f['dt_in']=f['dt_dis']=f['dt_year']=0.
    f['dt1']=float(bool(wa or a.dates)!=bool(wb or b.dates)); f['dt2']=float(bool(wa or a.dates) and bool(wb or b.dates))
    if wa and wb:
        f['dt_same']=float(same(wa,wb)); f['dt_in']=float(holds(wa,wb) and not same(wa,wb)); f['dt_dis']=float(disjoint(wa,wb))
        f['dt_year']=float(disjoint(wa,wb) and wa[:4]!=wb[:4])
    ra,rb=a.claim.written,b.claim.written
    f['wr_far']=f['wr_near']=0.
    if ra and rb and bounds(ra) and bounds(rb):
        x,y=bounds(ra)[0],bounds(rb)[0]; gap=abs((x[0]-y[0])*365+(x[1]-y[1])*30+x[2]-y[2])
        f['wr_far']=float(gap>120); f['wr_near']=float(gap<=14)
    # interactions
    for p in('al_conf','al_eq','al_scope','wd_un','mo_un','dt_dis','pol1','num_ulo','nt_opp','c1_deny','c1_neg','c1_hedge','c1_future','c1_attempt','c1_part'):
        for q in('jac','kin','nt_sh'):
            f[p+'*'+q]=f[p]*f[q]
    f['jac*kin']=f['jac']*f['kin']; f['jac2']=f['jac']**2; f['nm_sh*jac']=f['nm_sh']*f['jac']
    f['conf_head*act']=f['al_conf']*f['al_head']*f['al_act']; f['conf_unit*act']=f['al_conf']*f['al_unit']*f['al_act']
    f['eq*act']=f['al_eq']*f['al_act']
    return f
